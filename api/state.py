"""What a running server holds: the store, who looks, the sheets that are not kept, the pictures drawn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from threading import RLock
from typing import Literal, TypeVar

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from api.answering.links import AnswerLinks
from api.bell import Bell
from api.language import language_of
from api.picture_cache import PictureCache
from api.session_lock import SessionLock
from api.sharing import Sharing
from api.use_cases.known import Knowledge
from api.use_cases.networks import Networks
from api.use_cases.references import directory_for_files
from api.use_cases.referral_desk import Desk
from api.use_cases.sheet_events import SheetEvents
from api.use_cases.situations import NewSituation
from sociogram.access.viewer import LOCAL_OWNER, Viewer
from sociogram.directory.directory import Directory
from sociogram.errors import NotFound
from sociogram.language import Bilingual, Lang
from sociogram.referral.known import Known
from sociogram.referral.network import Network
from sociogram.referral.request import SuggestionRequest
from sociogram.situation.gestures import Gesture
from sociogram.stores.failures import no_situation
from sociogram.stores.free_id import free_id
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.protocol import Keep, SituationSummary, Store

Made = TypeVar("Made")


@dataclass(slots=True)
class ServerState:
    """One per server. `unkept` holds in memory the sheets whose makers chose that nothing remains."""

    store: Store
    clock: Callable[[], datetime]
    viewer: Viewer = LOCAL_OWNER
    lang: Lang = "fr"
    unkept: Store = field(default_factory=MemoryStore)
    pictures: PictureCache = field(default_factory=PictureCache)
    lock: SessionLock = field(default_factory=SessionLock)
    sharing: Sharing | None = None
    answering: AnswerLinks | None = None
    bell: Bell = field(default_factory=Bell)
    networks: Networks = field(default_factory=Networks)
    sheets: SheetEvents = field(default_factory=SheetEvents)
    knowledge: Knowledge = field(default_factory=Knowledge)
    _swept: date | None = None
    _moving: RLock = field(default_factory=RLock)
    _noting: RLock = field(default_factory=RLock)

    def today(self) -> date:
        """The day in UTC."""
        return self.clock().astimezone(UTC).date()

    def now(self) -> str:
        """The instant as gestures write it: RFC 3339, UTC, whole seconds."""
        return self.clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    async def in_thread(self, work: Callable[[], Made]) -> Made:
        """Run a write outside the event loop, so that a slow disk stops nobody else."""
        return await run_in_threadpool(work)

    def directory(self) -> Directory:
        """The rows the viewer sees; until a directory is imported, the packaged public one."""
        return directory_for_files(self.store, self.viewer)

    def desk(self) -> Desk:
        """What the doors of the referrals work with, at this instant."""
        return Desk(self.store, self.viewer, self.clock(), self.directory(), self.sheets)

    def noting(self, work: Callable[[Desk], Made]) -> Made:
        """Do `work`, which reads the log of referrals and adds to it; nobody else writes there meanwhile."""
        with self._noting:
            return work(self.desk())

    def network(self, query: SuggestionRequest) -> Network:
        """The network in which `query` is answered, as the store stands now."""
        return self.networks.for_question(self.store, self.viewer, query, self.known())

    def known(self) -> Known:
        """What the viewer's own events tell of services, as the store stands now."""
        return self.knowledge.of(self.store, self.viewer, self.sheets)

    def create(self, new: NewSituation, keeping: Keep | Literal["none"], call: str = "") -> str:
        """Keep a situation, on disk or only in memory; return its id, fresh when either holds it already.

        `call` as in Store.create.
        """
        wanted = free_id(new.id, {summary.id for summary in self.situations()})
        store, keep = (self.unkept, "forever") if keeping == "none" else (self.store, keeping)
        return store.create(
            self.viewer,
            wanted,
            new.gestures,
            new.texts,
            keep=keep,
            today=self.today(),
            known=self.directory().organisations,
            call=call,
        )

    def append(
        self,
        situation_id: str,
        gestures: Sequence[Gesture],
        texts: Mapping[str, Bilingual],
        *,
        if_match: int | None = None,
        last: str = "",
    ) -> int:
        """Append as the store does, never while the situation moves from memory to disk or back.

        `last` as in `same`.
        """
        with self._moving:
            store = self.same(situation_id, last)
            known = self.directory().organisations
            version = store.append(self.viewer, situation_id, gestures, texts, if_match=if_match, known=known)
        self.bell.ring()
        return version

    def keep(self, situation_id: str, keeping: Keep | Literal["none"]) -> None:
        """Change how long a situation stays: `none` takes it off the disk, the rest puts it there whole."""
        with self._moving:
            held = self.store_of(situation_id)
            target, keep = (self.unkept, "forever") if keeping == "none" else (self.store, keeping)
            if held is target:
                target.keep(self.viewer, situation_id, keep, today=self.today())
            else:
                record = held.record(self.viewer, situation_id)
                target.adopt(self.viewer, record, keep=keep, today=self.today())
                held.delete(self.viewer, situation_id)
        self.bell.ring()

    def situations(self) -> tuple[SituationSummary, ...]:
        """The viewer's situations, kept or not, by id; those whose keeping has ended are forgotten first."""
        self._forget_the_ended()
        both = (*self.unkept.situations(self.viewer), *self.store.situations(self.viewer))
        return tuple(sorted(both, key=lambda summary: summary.id))

    def store_of(self, situation_id: str) -> Store:
        """The store that holds this viewer's situation: memory first, then the disk."""
        self._forget_the_ended()
        try:
            self.unkept.log(self.viewer, situation_id, after=0)
        except NotFound:
            return self.store
        return self.unkept

    def same(self, situation_id: str, last: str) -> Store:
        """The store that holds the situation in which `last` is, or was, a gesture; "" asks for none.

        NotFound for another situation of the same name: a page that was asleep while its sheet was erased and
        a new one begun must not write one family's words on the sheet of another.
        """
        store = self.store_of(situation_id)
        if last:
            record = store.record(self.viewer, situation_id)
            if last not in record.forgotten and all(one.gesture.id != last for one in record.entries):
                raise no_situation()
        return store

    def _forget_the_ended(self) -> None:
        """Once a day, also on a server left on over midnight."""
        if self._swept != self.today():
            today = self.today()
            self.store.expire(today)
            self._swept = today  # not before: a store that was away is asked again
            self.pictures.forget()


def state_of(request: Request) -> ServerState:
    """The state of the server that answers `request`."""
    state: ServerState = request.app.state.server
    return state


def signer_of(request: Request) -> str:
    """Who signs the gestures of `request`: a tablet by its own name, else the viewer of the session."""
    signer: str = request.scope.get("state", {}).get("signer", "")
    return signer or state_of(request).viewer.id


def lang_of(request: Request) -> Lang:
    """The language `request` asks for."""
    return language_of(request.url.query, request.headers, state_of(request).lang)
