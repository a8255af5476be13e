import { SCRIPT_PATH } from '../scripts/script-run.ts'

/** Modules that scripts often use: they are loaded from the start. */
export const KNOWN =
  'collections, csv, datetime, functools, glob, itertools, json, math, pathlib, random, re, shutil, string, tempfile, textwrap, uuid'

/**
 * Python that is run once, before the state of the interpreter is kept. Its value is the function that runs a script: it takes a request as JSON and
 * gives five lines: exit code, kind of failure, line, module, and the message, which may have more lines. It keeps all it needs from being patched by
 * the script, and hides what tells Pyodide from a container's Python.
 */
export const prelude: string = `
def _prepare():
    import _thread, asyncio, atexit, builtins, errno, gc, json, os, random, select, socket, subprocess, sys, threading, time, traceback, types
    import ${KNOWN}

    script = '${SCRIPT_PATH}'
    advice = 'in the dry run. Mock this step to go on without it.'

    # Nothing leads to JavaScript.
    hidden = ('js', 'micropip', 'pyodide', 'pyodide_js', '_pyodide', '_pyodide_core')
    sys.meta_path[:] = [finder for finder in sys.meta_path if getattr(finder, '__module__', '').partition('.')[0] not in hidden]
    for name in list(sys.modules):
        if name.partition('.')[0] in hidden:
            del sys.modules[name]

    class Hidden:
        @staticmethod
        def find_spec(name, path=None, target=None):
            if name.partition('.')[0] in hidden:
                raise ModuleNotFoundError(f'No module named {name!r}', name=name)

    sys.meta_path.insert(0, Hidden)
    # The first is the folder of the script.
    sys.path[:] = ['', *filter(None, sys.path)]
    sys.excepthook = sys.__excepthook__
    sys.unraisablehook = sys.__unraisablehook__
    sys.executable = '/usr/local/bin/python3'
    asyncio.run = asyncio.run.__wrapped__
    time.sleep = time.sleep.__wrapped__

    class Clock:
        'What an event loop waits with: there is nothing to wait for but time.'
        def select(self, timeout):
            if timeout is None:
                raise RuntimeError('This waits for something that never comes ' + advice)
            if timeout > 0:
                select.select((), (), (), timeout)
            return []

        def close(self):
            pass

    class Loop(asyncio.base_events.BaseEventLoop):
        def __init__(self):
            super().__init__()
            self._selector = Clock()

        def _process_events(self, events):
            pass

        def _write_to_self(self):
            pass

    class Policy(asyncio.events._BaseDefaultEventLoopPolicy):
        _loop_factory = Loop

    asyncio.events._set_running_loop(None)
    asyncio.events._set_event_loop_policy(Policy())

    # What a container has and a browser has not.
    def no_thread(*args, **kwargs):
        raise RuntimeError('Threads do not run ' + advice)

    def no_program(*args, **kwargs):
        raise OSError(errno.ENOSYS, 'Other programs do not run ' + advice)

    def no_network(*args, **kwargs):
        raise OSError(errno.ENETUNREACH, 'There is no network ' + advice)

    for module, names in ((_thread, ('start_new', 'start_new_thread', 'start_joinable_thread')), (threading, ('_start_new_thread', '_start_joinable_thread'))):
        for name in names:
            if hasattr(module, name):
                setattr(module, name, no_thread)
    subprocess.Popen.__init__ = no_program
    for name in ('fork', 'forkpty', 'popen', 'posix_spawn', 'posix_spawnp', 'startfile', 'system', *(kind + end for kind in ('exec', 'spawn') for end in ('l', 'le', 'lp', 'lpe', 'v', 've', 'vp', 'vpe'))):
        if hasattr(os, name):
            setattr(os, name, no_program)
    for name in ('bind', 'connect', 'connect_ex', 'listen', 'sendto'):
        setattr(socket.socket, name, no_network)
    for name in ('getaddrinfo', 'gethostbyaddr', 'gethostbyname', 'gethostbyname_ex', 'getnameinfo'):
        setattr(socket, name, no_network)

    for folder in ('/etc', '/home', '/mnt', '/opt', '/root', '/run', '/srv', '/tmp', '/usr/local/bin', '/var/log', '/var/run', '/var/tmp'):
        os.makedirs(folder, exist_ok=True)
    sys.stdout.reconfigure(encoding='utf-8', line_buffering=True)
    sys.stderr.reconfigure(encoding='utf-8', line_buffering=True)
    streams = (sys.stdout, sys.stderr)

    compile, exec, int, isinstance, str = builtins.compile, builtins.exec, builtins.int, builtins.isinstance, builtins.str
    loads, seed, Module, collect, exit_functions = json.loads, random.seed, types.ModuleType, gc.collect, atexit._run_exitfuncs
    chdir, makedirs, only, walk, hook, modules = os.chdir, os.makedirs, traceback.format_exception_only, traceback.walk_tb, sys.__excepthook__, sys.modules
    known = sys.stdlib_module_names

    def show(error, trace):
        try:
            sys.excepthook(type(error), error, trace)
        except BaseException:
            hook(type(error), error, trace)

    def line_of(error, trace):
        if isinstance(error, SyntaxError) and error.filename == script and error.lineno:
            return error.lineno
        line = ''
        for frame, number in walk(trace):
            if frame.f_code.co_filename == script:
                line = number
        return line

    def module_of(error):
        if isinstance(error, ModuleNotFoundError) and error.name:
            top = error.name.partition('.')[0]
            if top not in modules:
                return top
        return ''

    def kind_of(error):
        if isinstance(error, KeyboardInterrupt):
            return 'interrupt'
        if isinstance(error, MemoryError):
            return 'memory'
        return 'exception'

    def finish(error):
        # The first frame is that of the function below.
        trace = error.__traceback__ = error.__traceback__ and error.__traceback__.tb_next
        line = line_of(error, trace)
        if isinstance(error, SystemExit):
            code = error.code
            if code is None:
                return '0\\n\\n\\n\\n'
            if isinstance(code, int):
                return f'{code & 0xff}\\nexit\\n{line}\\n\\n'
            print(code, file=sys.stderr)
            return f'1\\nexit\\n{line}\\n\\n{code}'
        show(error, trace)
        lines = only(error)
        message = (lines[-1] if isinstance(error, SyntaxError) else ''.join(lines)).strip()
        kind = kind_of(error)
        return f'{130 if kind == "interrupt" else 1}\\n{kind}\\n{line}\\n{module_of(error)}\\n{message}'

    def run(text):
        request = loads(text)
        os.environ.clear()
        os.environ.update(request['env'])
        sys.argv[:] = [script, *request['args']]
        sys.orig_argv[:] = ['python3', *sys.argv]
        sys.path[0] = script.rpartition('/')[0]
        makedirs(request['workingDir'], exist_ok=True)
        chdir(request['workingDir'])
        seed(request['seed'])
        main = modules['__main__'] = Module('__main__')
        main.__dict__.update(__builtins__=builtins, __file__=script, __cached__=None)
        outcome = '0\\n\\n\\n\\n'
        try:
            exec(compile(request['source'], script, 'exec', dont_inherit=True), main.__dict__)
        except BaseException as error:
            outcome = finish(error)
        # What an interpreter does at its end: files that were left open are written.
        try:
            exit_functions()
            main.__dict__.clear()
            collect()
            for stream in (sys.stdout, sys.stderr, *streams):
                stream.flush()
        except BaseException as error:
            if outcome[0] == '0':
                outcome = finish(error)
        return outcome

    asyncio.events._set_running_loop(None)
    collect()
    gc.freeze()
    return run

_prepare()
`
