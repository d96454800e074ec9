"""Markdown of every kind that a book can hold, each sample with what it is about."""

from typing import Final

SAMPLES: Final = (
    # prose
    "One line\nand another\n\nA paragraph",
    "Ends with two spaces  \nand goes on   \n and on",
    "    \n\n\ta tab\n\n   three spaces\r\nand a return\rof the carriage",
    "a\u00a0b \u2028 c\x0bd\x0ce",
    # headings
    "# One\n## Two ##\n###Three\n####### Seven",
    "One\n===\n\nTwo\n---\nthree",
    "before\n# within\nafter\n\n# `code` & [link](a) *em*[^1] \\# \\\\#\n\n[^1]: note",
    "# Same\n\n# Same\n\n# Same_1\n\n#\n\n# \U0001f600",
    # rules
    "***\n\n- - -\n\n___\n\na\n***\nb\n * * *",
    # quotations
    "> a\nlazy\n> b\n>\n> c",
    "> > a\n> > b\n>\n> # c\n> - d\n\n> e",
    ">\u2003a\n   > b\n    > c",
    # lists
    "- a\n- b\n\n- c\n\n    d\n\n    - e\n        - f\n\n    > g\n\n        code",
    "1. a\n2. b\n    1. c\n    2. d\n3. e\n\n7. f\n\n\ntext",
    "* a\n+ b\n- c\n1. d\n٣. e",
    "- # a\n  b\n- - c\n    - d\n-\n- e\n    f\n\n  g",
    "a\n- b\n1. c\n\n- d\n\n***\n- e",
    "5. a\n\n    b\n\n6. c\n\n    ```\n    d\n    ```",
    "- a\n\n\n- b\n\n\n    - c\n\n        d",
    # definitions
    "a\n: b\n\n: c\n    d\n\n    e\n\nf\ng\n:   h\n: i",
    ": a\n\n- b\n: c\n\n> d\n: e",
    "a\n\n: b\n\n    - c\n    - d\n\n    : e",
    # code
    "    a\n\n    b\n\n\tc\n\nd\n    e",
    '```\na *b* <c> & "d"\n```\n\n~~~~ python\n```\n~~~~\n```a b\n```',
    '``` {.js #a .b c=d}\ne\n```\n```.rb hl_lines="1"\nf\n```\ng\n```\nnot closed',
    "`a` ``b ` c`` \\`d` `e\\` ``f` `` `g`` `\nh`",
    "- a\n\n        b\n\n        c\n\n- d\n\n    ```\n    e\n    ```",
    # tables
    "a | b | c\n:-|:-:|--:\n1 | `2|3` | \\|\n4\n",
    "| a |\n|---|\n| *b* |\n| [c](d) | e |",
    "|a|b|\n|-|\n\na|b\n-|-\n\n- a|b\n  -|-\n  1|2",
    "|\n|-\n|a\n\n`a|b`\n-\n",
    # emphasis
    "*a* **b** ***c*** _d_ __e__ ___f___ *g **h** i* **j *k* l** *m _n_ o*",
    "a*b*c a_b_c a__b__c *a b* c* d ** e ** **f*g**h* ***i** j* *k ***l",
    "*a\nb* **c\n\nd** _e*f_g* \\*h* *i\\* *`j*`*",
    "*[a*](b) [*c](d*) **[e](f)** _![g](h)_",
    # links
    "[a](b) [c](<d e> 'f') [g](h \"i\") [j](k(l)m) [n]( o ) [p](q 'r\" s') []()",
    "[a][b] [c][] [d] [B] [e] [f]\n[b] [g\nh][b] [i] (j)\n\n[b]: c 'd'\n[c]: <e>\n  (f)\n[d]: g\n",
    "[a][b] [b]\n\n[b]: c\n  \"d\"\n[e]: f 'g\nh'",
    "[a[b]c](d) [e](f [g]) [[h]](i) [j]](k) \\[l](m) [n\\](o) ![p](q)] [r",
    "![a](b) ![c](<d> \"e\") ![f][g] ![h] [![i](j)](k) !\\[l](m) ![n\n\n[g]: o\n[h]: p 'q'",
    "<https://a.org/?b=1&c> <d@e.org> <mailto:f@g.org> <h> <i:j> <k@l> <http://m n>",
    "[a](b\\_c) [d](`e`) [f](*g*) [h](i&amp;j&k) [l](m \"n 'o' p\") [q](r\ns)",
    "[](statement:a)\n\n[](statement:b) [](statement:c)\n\n[d](statement:e) > [](topic:f)",
    "[a]: b\n[a]: c\n> [d]: e\n\n- [f]: g\n\n[a] [d] [f]",
    # footnotes
    "a[^1] b[^n] c[^1] [^x] ![^1] [^1]: d\n\n[^1]: one\n[^n]: two\n    more\n\n    - list\n\nend",
    "[^1]: only\n\n[^2]:\n    late\n\n        code\nlazy\n[^3]: c[^1] [^2]\n\na[^3][^3] *b[^2]*",
    "> [^q]: in a quotation\n\n- [^l]: in a list\n\na[^q] b[^l] [^]",
    '# a[^1]\n\n|b[^1]|c|\n|-|-|\n|[^1]|d|\n\n[^1]: `e` "f"\n',
    # abbreviations
    'The WHO and NATO\'s who.\n\n*[WHO]: World Health\n*[NATO]: "x"\n*[a.b]: c\n*[]: d\nNATO a.b',
    "*[A]: b\n*[A]: ''\n\nA\n\n*[A B]: c\n\nA B *A B* `A B` [A B](d) A\nB",
    # markup and entities, which are text here
    '<div>\n\n*a*\n\n</div> <b>c</b> <!-- d --> <?e?> <a href="f">g</a> <br>',
    "&amp; &copy; &#169; &#xA9; &nope; & &amp &;\n\n    &amp; <b>\n\n`&amp;` [&lt;](&gt;)",
    "</p><script>alert('x')</script>\n<![CDATA[ a ]]>\n\n<div",
    # typography
    "\"a\" 'b' \"'c' d\" 'e \"f\"' it's the '80s rock 'n' roll's \"a's\" s' 9'",
    'a--b a---b a----b -- --- a... b.... ..c ..."d" --\'e\' "f"--"g" \'h\'--i',
    "'\n\n\"\n\n'. \"! 'a\n\"b\n(\"c\") [\"d\"] {'e'} –'f' —\"g\" \u00a0'h' &nbsp;\"i\" &#8211;'j'",
    '*"a"* "*b*" \'`c`\' "[d](e)"\'s \\"f\\" \\\'g\\\' "h\n"i',
    # escapes and placeholders
    "\\\\ \\` \\* \\_ \\{ \\} \\[ \\] \\( \\) \\> \\# \\+ \\- \\. \\! \\| \\\" \\' \\a \\",
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03 \x0242\x03 \x02amp\x03 ///Footnotes Go Here/// [TOC]",
    "# \\# a\n\n- \\- b\n\n1\\. c\n\n\\> d\n\n|\\||e|\n|-|-|",
    # a bit of everything
    (
        '# A "b"\n\nc *d* [e](f)[^1] -- g...\n\n> - h\n> - i\n\n|j|k|\n|-|-|\n|*l*|`m`|\n\n'
        "n\n: o\n\n```\np\n```\n\n[^1]: q [r][s]\n\n[s]: t\n*[c]: u"
    ),
)
