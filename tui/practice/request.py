"""A request as it arrived, before it is judged."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """``target`` is path and query as they stood on the request line; names of headers are in lower case."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    def header(self, name: str) -> str | None:
        """The value of the header ``name`` (lower case), or None where the header is missing or stands twice."""
        values = [value for each, value in self.headers if each == name]
        return values[0] if len(values) == 1 else None
