import pytest

from tui.connection import CONNECTION_FIELDS
from tui.credentials.environment import NEEDED, missing, read

WHOLE = {
    "KORE_HOST": "https://platform.kore.ai/",
    "KORE_APP_ID": "st-1",
    "KORE_ACCOUNT_ID": "acc",
    "KORE_CLIENT_ID": "cs-1",
    "KORE_CLIENT_SECRET": "planted",
}


def test_all_but_the_version_are_needed() -> None:
    assert set(NEEDED) == {field.environment for field in CONNECTION_FIELDS} - {"KORE_API"} == set(WHOLE)


@pytest.mark.parametrize("environ", [{}, {"KORE_HOST": " "}, {"KORE_API": "v2"}, {"OTHER": "x"}])
def test_none_of_it_is_no_connection(environ: dict[str, str]) -> None:
    assert missing(environ) is None


@pytest.mark.parametrize("name", WHOLE)
def test_a_partial_set_names_what_is_missing(name: str) -> None:
    assert missing({key: value for key, value in WHOLE.items() if key != name}) == [name]
    assert missing(WHOLE | {name: ""}) == [name]


def test_a_whole_set_is_a_connection() -> None:
    assert missing(WHOLE) == []
    connection = read(WHOLE | {"KORE_API": "v2"}).connection()
    assert (connection.host.name, connection.app_id, connection.api) == ("platform.kore.ai", "st-1", "v2")
    assert connection.client_secret.get_secret_value() == "planted"
    assert "planted" not in repr(connection) + repr(read(WHOLE))
    assert read(WHOLE).connection().api == "v1"


def test_a_wrong_version_is_a_problem() -> None:
    assert read(WHOLE | {"KORE_API": "v3"}).problem("api")
