"""Judging a whole request: address, method, credentials, rate, then everything it says."""

from typing import Any

from tui.practice import answers, raw_json, readings
from tui.practice.account import PracticeAccount
from tui.practice.addresses import METHODS, Call, Endpoint, find, query_violations
from tui.practice.answers import Reply
from tui.practice.campaigns import Campaigns
from tui.practice.judge_body import violations
from tui.practice.rate_limit import REQUESTS, RateLimit
from tui.practice.request import Request
from tui.practice.tokens import TokenJudge
from tui.practice.world import World

_WITH_BODY = {Call.CREATE, Call.CAMPAIGNS}


class Judge:
    """The practice account as it judges; it remembers used tokens, the last minute, and its campaigns."""

    def __init__(
        self,
        account: PracticeAccount,
        tokens: TokenJudge,
        rate: RateLimit,
        campaigns: Campaigns,
        world: World,
    ) -> None:
        self._account = account
        self._tokens = tokens
        self._rate = rate
        self._campaigns = campaigns
        self._world = world

    def judge(self, request: Request) -> Reply:
        """What the platform answers to ``request``; a create that is right is kept."""
        address = find(request.target)
        if address is None:
            return answers.unknown_address("the platform has no such address")
        if request.method not in METHODS[address.call]:
            return answers.wrong_method(f"{request.method[:20]} is not how {address.call} is called")
        if address.app_id != self._account.app_id:
            return answers.bad_credentials("the app ID of the address is not that of the app")
        if request.header("iid") != address.app_id:
            return answers.bad_credentials("the header iid must stand there once and be the address's app ID")
        if refused := self._tokens.refuse(request.header("auth")):
            return refused
        if not self._rate.take():
            return answers.too_many(f"more than {REQUESTS} requests in a minute")
        if address.call is Call.QUEUES and not self._world.setup.has_configuration:
            return answers.wrong_scope("the client's API scope lacks Configuration")
        return self._judge_content(request, address)

    def _judge_content(self, request: Request, address: Endpoint) -> Reply:
        account_id = self._account.account_id
        found = query_violations(address, account_id)
        if request.header("accountid") != account_id:
            found.append("header: accountId must stand there once and be the account ID")
        kind = (request.header("content-type") or "").partition(";")[0].strip().lower()
        if request.method == "POST" and kind != "application/json":
            found.append("header: Content-Type must be application/json")
        try:
            body = raw_json.parse(request.body) if request.body or address.call in _WITH_BODY else {}
        except ValueError as unreadable:
            return answers.invalid([*found, f"the body has {unreadable}"])
        if address.call is Call.CREATE:
            found += violations(body, address.api, self._world.names)
        elif address.call is Call.CAMPAIGNS:
            found += readings.asked_violations(body)
        return answers.invalid(found) if found else self._answer(address, body)

    def _answer(self, address: Endpoint, body: Any) -> Reply:
        campaigns = self._campaigns
        match address.call:
            case Call.CREATE:
                return answers.created(campaigns.create(body, address.api))
            case Call.CONTACT_LISTS:
                return readings.contact_lists(self._world)
            case Call.QUEUES:
                return readings.queues(self._world)
            case Call.CAMPAIGNS:
                return readings.campaigns(campaigns, readings.page_asked(body), address.api)
        kept = campaigns.find(address.campaign_id)
        if kept is None:
            return answers.no_campaign("no campaign of this account has this id")
        if address.call is Call.STATUS:
            return readings.status(campaigns, kept)
        return readings.campaign(campaigns, kept, address.api)
