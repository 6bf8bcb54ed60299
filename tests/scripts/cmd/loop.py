# stdin: greet World
# stdin: help
# stdin: help greet
# stdin: unknown x
# stdin:
# stdin: quit
import cmd


class Shell(cmd.Cmd):
    intro = 'Hello'
    prompt = '>'

    def do_greet(self, arg):
        """Greets somebody."""
        print('hello', arg)

    def do_quit(self, arg):
        return True


shell = Shell()
shell.use_rawinput = False
shell.cmdloop()

# expect-stdout:
# Hello
# >hello World
# >
# Documented commands (type help <topic>):
# ========================================
# greet  help
#
# Undocumented commands:
# ======================
# quit
#
# >Greets somebody.
# >*** Unknown syntax: unknown x
# >*** Unknown syntax: unknown x
# >
