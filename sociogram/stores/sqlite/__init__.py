"""The parts of the SQLite store: connections, tables, erasure."""
