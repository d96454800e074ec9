"""Templates as quicker Python than jinja's own, for pages without a fault.

What a page says is the same.  Jinja asks on each page what can be told once, when the
template is compiled: how a field is read, whether a call needs the context, which words of a
macro go where.  Here a field is an attribute, a macro is a function, a phrase is looked up.
docs/decisions/019-templates-made-quick.md tells why.

Only the usual is compiled so.  Whatever else a template does fails, and then jinja's own way
makes the page, or tells what is wrong with it: see `both_ways.py`.
"""

from collections.abc import Iterable
from hashlib import sha256
from keyword import iskeyword
from pathlib import Path
from typing import Any, Final

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, find_undeclared

from generator.pipeline.rendering.once import Once

PROVED: Final = frozenset({"3.1.6"})
"""The releases of jinja whose compiler this one was compared to; with others, theirs is used."""
FORM: Final = f"quick-{sha256(Path(__file__).read_bytes()).hexdigest()[:8]}"
"""Names what is compiled here, so that no other release takes it for its own."""

_SAYS: Final = frozenset({"_", "gettext"})
_PHRASES: Final = nodes.EnvironmentAttribute("phrases")
_MARKUP: Final = frozenset({"here", "in_feed", "with_statements"})
_MACROS_OWN: Final = ("caller", "kwargs", "varargs")


class NotQuickError(RuntimeError):
    """Says that jinja alone can make a template; no fault of its, so jinja need not explain it."""


class QuickCode(CodeGenerator):
    """Writes the Python of a template."""

    def visit_Template(  # noqa: N802 - jinja names them after its nodes
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        """Write the whole template; one that escapes here and not there is left to jinja."""
        alone = [one for one in node.find_all(nodes.Include) if not one.with_context]
        if alone or node.find(nodes.EvalContextModifier) is not None:
            raise NotQuickError(self.name)
        self._stored = _stored(node)
        self._macros = {one.name for one in node.find_all(nodes.Macro)} - self._stored
        for one in node.find_all(nodes.Call):
            if self._says(one):
                one.node = _PHRASES  # so that nobody looks for the name on each page
        self.writeline(
            "from generator.pipeline.rendering.quick_calls import asked, fields, marked, written"
        )
        super().visit_Template(node, frame)

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Write a block, or the template itself, so that it is handed on in one piece."""
        whole = frame.buffer is None and (frame.rootlevel or frame.block_frame)
        if whole:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if whole:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802
        """Write what a block hands on."""
        extends = frame.toplevel and self.extends_so_far > 0
        if node.scoped or node.required or extends or frame.buffer is None:
            super().visit_Block(node, frame)
        else:
            self.writeline(
                f"{frame.buffer}.extend(context.blocks[{node.name!r}][0]({self.get_context_ref()}))",
                node,
            )

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:  # noqa: N802
        """Write a macro as a function of what it takes."""
        if {arg.name for arg in node.args} & {*_MACROS_OWN} or find_undeclared(
            node.body, _MACROS_OWN
        ):
            super().visit_Macro(node, frame)
            return
        references = self._function(node, frame)
        if frame.toplevel:
            if not node.name.startswith("_"):
                self.writeline(f"context.exported_vars.add({node.name!r})")
            self.writeline(f"context.vars[{node.name!r}] = macro")
        self.writeline(f"{frame.symbols.ref(node.name)} = macro")
        self.writeline(f"macro.takes = {references!r}")

    def visit_CallBlock(self, node: nodes.CallBlock, frame: Frame) -> None:  # noqa: N802
        """Write a part of a page that is made once."""
        target = node.call.node
        if not isinstance(target, nodes.ExtensionAttribute) or target.identifier != Once.identifier:
            super().visit_CallBlock(node, frame)
            return
        self.macro_body(node, frame)
        self.start_write(frame, node)
        self.write("environment.parts.part(")
        self._arguments(node.call.args, frame)
        self.write(", macro)")
        self.end_write(frame)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Write what is shown; a choice without another writes nothing."""
        for one in node.nodes:
            if isinstance(one, nodes.CondExpr) and one.expr2 is None:
                one.expr2 = nodes.Const("")
        super().visit_Output(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Read a field; of what has only items, jinja finds it."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        """Write a mapping whose items can be read as fields."""
        self.write("fields(")
        super().visit_Dict(node, frame)
        self.write(")")

    def visit_Call(  # noqa: N802
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - as jinja declares it
    ) -> None:
        """Call a macro or a method as it is, say a phrase, and ask jinja about the rest."""
        plain = not (node.dyn_args or node.dyn_kwargs or forward_caller)
        if node.node is _PHRASES:
            self.visit(_PHRASES, frame)
            self.write(".said(" if node.kwargs else "[")
            self.visit(node.args[0], frame)
            for one in node.kwargs:
                self.write(f", {one.key}=")
                self.visit(one.value, frame)
            self.write(")" if node.kwargs else "]")
        elif plain and not node.kwargs and self._is_plain(node.node):
            self.visit(node.node, frame)
            self.write("(")
            self._arguments(node.args, frame)
            self.write(")")
        elif plain and node.kwargs and self._is_plain(node.node):
            self.write("asked(context, ")
            self.visit(node.node, frame)
            self.signature(node, frame)
            self.write(")")
        else:
            super().visit_Call(node, frame, forward_caller=forward_caller)

    def _function(self, node: nodes.Macro, frame: Frame) -> dict[str, str]:
        """Write the function of a macro, and give how it calls each thing that it takes."""
        inner = frame.inner()
        inner.symbols.analyze_node(node)
        inner.require_output_check = False
        references = {arg.name: inner.symbols.ref(arg.name) for arg in node.args}
        defaults = dict(zip(reversed(references.values()), reversed(node.defaults), strict=False))
        known = {
            ref: repr(one.value) for ref, one in defaults.items() if isinstance(one, nodes.Const)
        }
        taken = (
            f"{ref}={known.get(ref, 'missing')}" if ref in defaults else ref
            for ref in references.values()
        )
        self.writeline(f"def macro({', '.join(taken)}):", node)
        self.indent()
        self.buffer(inner)
        self.enter_frame(inner)
        self.push_parameter_definitions(inner)
        for ref in references.values():
            if ref in defaults and ref not in known:
                self.writeline(f"if {ref} is missing: {ref} = ")
                self.visit(defaults[ref], inner)
            self.mark_parameter_stored(ref)
        self.pop_parameter_definitions()
        self.blockvisit(node.body, inner)
        self.writeline(f"return marked(concat({inner.buffer}))")
        self.leave_frame(inner, with_python_scope=True)
        self.outdent()
        return references

    def _arguments(self, given: list[nodes.Expr], frame: Frame) -> None:
        for number, one in enumerate(given):
            self.write(", " if number else "")
            self.visit(one, frame)

    def _says(self, node: nodes.Call) -> bool:
        """Tell whether a call says a phrase of the theme, or of the book's own catalogue."""
        said = isinstance(node.node, nodes.Name) and node.node.name in _SAYS - self._stored
        constant = len(node.args) == 1 and isinstance(node.args[0], nodes.Const)
        unusual = node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs)
        return said and constant and not unusual

    def _is_markup(self, node: nodes.Expr) -> bool:
        """Tell whether a value is markup for certain."""
        match node:
            case nodes.Call():
                plain = not (node.kwargs or node.dyn_args or node.dyn_kwargs)
                own = isinstance(node.node, nodes.Name) and node.node.name in self._macros
                return node.node is _PHRASES or (plain and own)
            case nodes.Filter():
                return node.name in _MARKUP
            case _:
                return False

    def _is_plain(self, called: nodes.Expr) -> bool:
        """Tell whether what is called needs nothing beside what it is given."""
        match called:
            case nodes.Getattr():
                return True
            case nodes.Name():
                return called.name in self._macros
            case _:
                return False

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:  # noqa: ANN401
        if not isinstance(node, nodes.TemplateData | nodes.Const):
            raise nodes.Impossible  # an address is another one on each page
        return super()._output_child_to_const(node, frame, finalize)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401, ARG002
        self.write("(" if self._is_markup(node) else "written(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401, ARG002
        self.write(")")


def _stored(node: nodes.Template) -> set[str]:
    """Name all that a template gives a name to, but its macros."""
    stored = {one.name for one in node.find_all(nodes.Name) if one.ctx != "load"}
    stored |= {one.target for one in node.find_all(nodes.Import)}
    for one in node.find_all(nodes.FromImport):
        stored |= {name if isinstance(name, str) else name[1] for name in one.names}
    return stored
