"""The mouse of `studio_moves`, which looks whether what it made is there."""

from tests.browser.studio_moves import STANDS, Hand, Point


class WaitingHand(Hand):
    """A hand that can wait for the sheet."""

    def until(self, script: str, argument: object) -> None:
        """Until the function of the page gives something true."""
        self.page.wait_for_function(script, arg=argument)

    def person(self, at: Point, name: str) -> None:
        """Put somebody on the paper and write their name, as soon as the field is there."""
        self.tap(self.where(at))
        self.press("[data-choice=person]")
        self.page.wait_for_selector(".naming-offer, .naming input")
        self.name(name)

    def stands(self, name: str) -> dict[str, float]:
        """The box of somebody, as soon as they stand."""
        self.until(STANDS, name)
        return super().stands(name)
