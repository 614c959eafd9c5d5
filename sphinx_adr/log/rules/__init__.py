"""What a decision log must satisfy: each rule is a generator of findings, its docstring the rule."""
