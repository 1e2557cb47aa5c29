"""Judging a whole request: address, method, credentials, rate, then everything it says."""

from tui.practice import answers, raw_json
from tui.practice.account import PracticeAccount
from tui.practice.addresses import Address, find, query_violations
from tui.practice.answers import Answer
from tui.practice.judge_body import violations
from tui.practice.rate_limit import REQUESTS, RateLimit
from tui.practice.request import Request
from tui.practice.tokens import TokenJudge


class Judge:
    """The practice account's side of the table; remembers used tokens and the requests of the last minute."""

    def __init__(self, account: PracticeAccount, tokens: TokenJudge, rate: RateLimit) -> None:
        self._account = account
        self._tokens = tokens
        self._rate = rate

    def judge(self, request: Request) -> Answer:
        """What the platform answers to ``request``."""
        address = find(request.target)
        if address is None:
            return answers.unknown_address("the platform has no such address")
        if request.method != "POST":
            return answers.wrong_method(f"{request.method[:20]} is not how a campaign is created")
        if address.app_id != self._account.app_id:
            return answers.bad_credentials("the app ID of the address is not that of the app")
        if request.header("iid") != address.app_id:
            return answers.bad_credentials("the header iid must stand there once and be the address's app ID")
        if refused := self._tokens.refuse(request.header("auth")):
            return refused
        if not self._rate.take():
            return answers.too_many(f"more than {REQUESTS} requests in a minute")
        return self._judge_content(request, address)

    def _judge_content(self, request: Request, address: Address) -> Answer:
        account_id = self._account.account_id
        found = query_violations(address, account_id)
        if request.header("accountid") != account_id:
            found.append("header: accountId must stand there once and be the account ID")
        if (request.header("content-type") or "").partition(";")[0].strip().lower() != "application/json":
            found.append("header: Content-Type must be application/json")
        try:
            body = raw_json.parse(request.body)
        except ValueError as unreadable:
            return answers.invalid([*found, f"the body has {unreadable}"])
        found += violations(body, address.api)
        return answers.invalid(found) if found else answers.created(body, address.api)
