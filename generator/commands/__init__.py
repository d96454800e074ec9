"""The commands, each imported only when it is called: a build of nothing new takes no time."""
