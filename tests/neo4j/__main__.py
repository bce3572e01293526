"""`make neo4j`: a throw-away server for development, until Ctrl-C."""

import signal
import sys
import tempfile
from pathlib import Path

from tests.neo4j.server import USER, Neo4jServer, missing


def main() -> int:
    """Start, say how to reach it, wait, leave nothing behind."""
    lacking = missing()
    if lacking is not None:
        print(lacking, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="sociogram-neo4j-", ignore_cleanup_errors=True) as home:
        server = Neo4jServer(Path(home))
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            server.start()
            print("Neo4j pour essayer, jeté à la fin · a Neo4j to try things, thrown away at the end")
            print(f"  export SOCIOGRAM_STORE={server.url}")
            print(f"  export SOCIOGRAM_NEO4J_USER={USER} SOCIOGRAM_NEO4J_PASSWORD={server.password}")
            print("  Ctrl-C : fin · end", flush=True)
            if server.process is not None:
                server.process.wait()
        except KeyboardInterrupt:
            pass
        finally:
            server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
