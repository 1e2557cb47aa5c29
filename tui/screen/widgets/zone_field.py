"""A field for a time zone: type a city, a region or a familiar name, choose among what fits."""

from tui.campaign import zones
from tui.screen.widgets.offer_field import OfferField


class ZoneField(OfferField):
    """Offers the names of zones. An empty field offers ``offered``, which is taken by Enter and never by itself."""

    def __init__(self, value: str, *, offered: str = "", id: str | None = None) -> None:
        super().__init__(value, id=id)
        self.offered = offered

    def fits(self, value: str) -> tuple[str, ...]:
        """Zones by word, region or familiar city."""
        if not value:
            return (self.offered,) if self.offered else ()
        return () if value in zones.names() else zones.search(value)

    def remark(self) -> str:
        """Where the zone comes from that an empty field offers."""
        return ", this machine's zone" if not self.value and self.fitting else ""
