package io.carillon.core.entity;

import static io.carillon.core.entity.Specimens.*;

import io.carillon.core.audit.SourceDay;
import io.carillon.core.audit.judge.Severity;
import io.carillon.core.codec.Bytes;
import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.BehaviourCodec;
import io.carillon.core.condition.Counting;
import io.carillon.core.decision.Decision;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.decision.Reason;
import io.carillon.core.definition.Retention;
import io.carillon.core.entity.audit.AuditMessage;
import io.carillon.core.entity.audit.AuditState;
import io.carillon.core.entity.audit.OpenFinding;
import io.carillon.core.entity.backfill.BackfillMessage;
import io.carillon.core.entity.backfill.BackfillState;
import io.carillon.core.entity.customer.CallOutcome;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.customer.NotLinkedRow;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.customer.Undoing;
import io.carillon.core.entity.customer.Unmixing;
import io.carillon.core.entity.duplicate.DuplicateMessage;
import io.carillon.core.entity.duplicate.DuplicateRow;
import io.carillon.core.entity.duplicate.DuplicateState;
import io.carillon.core.entity.duplicate.DuplicateStatus;
import io.carillon.core.entity.duplicate.ScanMessage;
import io.carillon.core.entity.duplicate.ScanState;
import io.carillon.core.entity.duplicate.Suggestion;
import io.carillon.core.entity.endpoint.EndpointCodec;
import io.carillon.core.entity.endpoint.EndpointMessage;
import io.carillon.core.entity.endpoint.EndpointState;
import io.carillon.core.entity.endpoint.SharedEndpointRow;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PartingWork;
import io.carillon.core.entity.person.Person;
import io.carillon.core.entity.person.PersonCodec;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.person.Role;
import io.carillon.core.entity.quality.QualityMessage;
import io.carillon.core.entity.quality.QualityState;
import io.carillon.core.entity.retention.RetentionList;
import io.carillon.core.entity.retention.RetentionMessage;
import io.carillon.core.entity.retention.RetentionState;
import io.carillon.core.entity.webhook.WebhookCall;
import io.carillon.core.entity.webhook.WebhookMessage;
import io.carillon.core.entity.webhook.WebhookState;
import io.carillon.core.entity.workspace.WorkspaceFiles;
import io.carillon.core.entity.workspace.WorkspaceMessage;
import io.carillon.core.entity.workspace.WorkspaceState;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventCodec;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.Apart;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.IdentifierMessage;
import io.carillon.core.identity.LinkChange;
import io.carillon.core.identity.LinkMessage;
import io.carillon.core.identity.Refusal;
import io.carillon.core.journey.RunEnd;
import io.carillon.core.message.Content;
import io.carillon.core.message.MessageName;
import io.carillon.core.message.Purpose;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.person.Channel;
import io.carillon.core.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that stands in a store of its own, with each of its variants. */
final class StoredForms {
    private static final ParkId PARK = new ParkId("park-1");

    private StoredForms() {}

    static List<StoredForm<?>> all() {
        return List.of(
                events(),
                persons(),
                personMessages(),
                endpoints(),
                endpointMessages(),
                qualities(),
                qualityMessages(),
                audits(),
                auditMessages(),
                workspaces(),
                workspaceMessages(),
                backfills(),
                backfillMessages(),
                retentions(),
                retentionMessages(),
                duplicates(),
                duplicateMessages(),
                duplicateRows(),
                duplicateScans(),
                duplicateScanMessages(),
                workspaceFiles(),
                historyRows(),
                messageRows(),
                notLinkedRows(),
                sharedEndpointRows(),
                contents(),
                behaviours(),
                webhooks(),
                webhookMessages(),
                webhookCalls());
    }

    private static StoredForm<Event> events() {
        return StoredForm.of("event", EventCodec.EVENTS)
                .with("track", event())
                .with("cleansed", cleansed())
                .with("history", event().asHistory())
                .with("replayed", event().asReplayed());
    }

    private static StoredForm<Behaviour> behaviours() {
        return StoredForm.of("behaviour", BehaviourCodec.BEHAVIOURS)
                .with("none", Behaviour.NONE)
                .with("counted-and-keyed", behaviour())
                .with(
                        "being-counted",
                        behaviour().during(new Counting("v2", behaviour(), List.of(CUSTOMER, EARLIER), 1_000, 2_300)));
    }

    private static StoredForm<Person> persons() {
        return StoredForm.of("person", Person.Stored.PERSONS)
                .with("unborn", Person.UNBORN)
                .with("merged-and-root", person())
                .with("cleansed", person().with(CUSTOMER, new Role.Is(cleansedRoot())));
    }

    private static StoredForm<PersonMessage> personMessages() {
        StoredForm<PersonMessage> form = StoredForm.of("person-message", PersonCodec.MESSAGES)
                .with("received", new PersonMessage.Received(event(), CALLER))
                .with("who-is", new PersonMessage.WhoIs(CALLER))
                .with("redrive", new PersonMessage.Redrive(new PersonMessage.WhoIs(ReplyTo.NOBODY), PARK))
                .with("dismiss", new PersonMessage.Dismiss(PARK))
                .with("wake-up", new PersonMessage.WakeUp());
        for (var entry : identifierMessages().entrySet()) {
            form = form.with("identifier-" + entry.getKey(), new PersonMessage.ToIdentifier(entry.getValue()));
        }
        for (var entry : customerMessages().entrySet()) {
            form = form.with("customer-" + entry.getKey(), new PersonMessage.ToCustomer(CUSTOMER, entry.getValue()));
        }
        return form;
    }

    private static Map<String, IdentifierMessage> identifierMessages() {
        var messages = new TreeMap<String, IdentifierMessage>();
        messages.put("claim", new IdentifierMessage.Claim(CUSTOMER, Optional.of(STAMP), CAUSE, 0, Apart.NOBODY));
        messages.put(
                "claim-without-user",
                new IdentifierMessage.Claim(EARLIER, Optional.empty(), ALIAS, 99, Apart.of(OTHER)));
        messages.put("transfer", new IdentifierMessage.Transfer(CUSTOMER, 2));
        messages.put("moved", new IdentifierMessage.Moved(CUSTOMER, 3));
        return messages;
    }

    private static Map<String, CustomerMessage> customerMessages() {
        var messages = new TreeMap<String, CustomerMessage>();
        messages.put("handle", new CustomerMessage.Handle(event(), VISITOR, CALLER));
        messages.put("granted", new CustomerMessage.Link(new LinkMessage.Granted(VISITOR, 4, EARLIER)));
        messages.put(
                "contest",
                new CustomerMessage.Link(
                        new LinkMessage.Contest(VISITOR, EARLIER, Optional.of(STAMP), CAUSE, 99, Apart.of(OTHER))));
        messages.put(
                "refused",
                new CustomerMessage.Link(
                        new LinkMessage.Refused(MAIL, Optional.empty(), CUSTOMER, Optional.of(Refusal.APART))));
        messages.put("join", new CustomerMessage.Link(new LinkMessage.Join(VISITOR, CUSTOMER, ALIAS, Apart.of(OTHER))));
        messages.put("absorb", new CustomerMessage.Absorb(root(), CAUSE));
        messages.put("show", new CustomerMessage.Show(CALLER));
        messages.put("choose", new CustomerMessage.Choose(SUBSCRIPTION, true, CALLER));
        messages.put("chosen", new CustomerMessage.Chosen(SUBSCRIPTION, false, AT));
        messages.put("prefer", new CustomerMessage.Prefer(preferences(), CALLER));
        messages.put("claim-dispatch", new CustomerMessage.ClaimDispatch(DISPATCH_ID, CALLER));
        messages.put(
                "refuse",
                new CustomerMessage.Refuse(DISPATCH_ID, 2, CustomerMessage.Refusal.WITHHELD, "withdrawn", CALLER));
        messages.put("retry", new CustomerMessage.Retry(DISPATCH_ID, CALLER));
        messages.put("called", new CustomerMessage.Called(INTENT, "crm", "fact_c1_00ff", CallOutcome.DEAD, "410"));
        messages.put("redriven", new CustomerMessage.Redriven(new CustomerMessage.Show(ReplyTo.NOBODY), PARK));
        messages.put("dismissed", new CustomerMessage.Dismissed(PARK));
        messages.put("refresh", new CustomerMessage.Refresh(CALLER));
        messages.put("count-rows", new CustomerMessage.CountRows(CUSTOMER, "v2", 1_000));
        messages.put("counted", new CustomerMessage.Counted(EARLIER, "v2", 0, Optional.of(1_000L), behaviour()));
        messages.put(
                "counted-to-the-end",
                new CustomerMessage.Counted(EARLIER, "v2", 1_000, Optional.empty(), Behaviour.NONE));
        messages.put("forget-rows", new CustomerMessage.ForgetRows(500, 17, CALLER));
        messages.put(
                "forget-messages",
                new CustomerMessage.ForgetMessages(
                        List.of(
                                new CustomerMessage.Old(DISPATCH_ID, DispatchStatus.SENT, false),
                                new CustomerMessage.Old(DISPATCH_ID, DispatchStatus.DEAD, true)),
                        CALLER));
        messages.putAll(partings());
        outcomes()
                .forEach((name, outcome) ->
                        messages.put("report-" + name, new CustomerMessage.Report(DISPATCH_ID, 1, outcome, CALLER)));
        return messages;
    }

    private static Map<String, CustomerMessage> partings() {
        var messages = new TreeMap<String, CustomerMessage>();
        messages.put(
                "meant-for",
                new CustomerMessage.MeantFor(EARLIER, new CustomerMessage.Choose(SUBSCRIPTION, true, CALLER)));
        messages.put("unmerge", new CustomerMessage.Unmerge(EARLIER, CALLER));
        messages.put("restore", new CustomerMessage.Restore(root(), CUSTOMER, List.of(CAUSE), CALLER));
        messages.put("take-rows", new CustomerMessage.TakeRows(List.of(Bytes.utf8("a row")), Optional.empty()));
        messages.put("take-last-rows", new CustomerMessage.TakeRows(List.of(), Optional.of("leaving:1/anonymous:a1")));
        messages.put("rows-are-there", new CustomerMessage.RowsAreThere("left by:1/anonymous:a1"));
        var undoing = new Undoing(EARLIER, 17, 4, new TreeSet<>(List.of(4L)));
        Unmixing unmixed = Unmixing.before(
                new HistoryEntry.Absorbed(AT, EARLIER, CAUSE, Root.Stored.ROOTS.encode(root()), Bytes.EMPTY));
        work().forEach((name, work) -> messages.put("parting-" + name, new CustomerMessage.GoOnParting(work)));
        messages.put(
                "parting-unmix",
                new CustomerMessage.GoOnParting(new PartingWork.Unmix(undoing, 504, Optional.of(unmixed), CALLER)));
        messages.put(
                "parting-move",
                new CustomerMessage.GoOnParting(new PartingWork.Move(undoing, 504, 600, Optional.of(unmixed.whose()))));
        return messages;
    }

    private static Map<String, PartingWork> work() {
        var merge = new PartingWork.Merge(4, EARLIER, AT, true);
        return Map.of(
                "find",
                new PartingWork.Find(EARLIER, 500, List.of(merge), List.of(new PartingWork.Undone(9, 4)), CALLER));
    }

    private static Map<String, SendOutcome> outcomes() {
        var outcomes = new TreeMap<String, SendOutcome>();
        outcomes.put("accepted", new SendOutcome.Accepted("250 queued as 17"));
        outcomes.put("rejected", new SendOutcome.Rejected(SendOutcome.Rejection.INVALID_ENDPOINT, "550"));
        outcomes.put("not-sent", new SendOutcome.NotSent("451", Duration.ofMillis(1_500)));
        outcomes.put("uncertain", new SendOutcome.Uncertain("time-out"));
        return outcomes;
    }

    private static StoredForm<EndpointState> endpoints() {
        var permitted = new EndpointState.Permitted(1, 3, CUSTOMER, Purpose.MARKETING, Optional.of(TOPIC), AT);
        var owed = new EndpointState.Owed(withdraw(), new TreeSet<>(List.of(DISPATCH_ID)));
        return StoredForm.of("endpoint", EndpointState.Stored.ENDPOINTS)
                .with("new", EndpointState.NEW)
                .with(
                        "all",
                        new EndpointState(
                                new TreeMap<>(Map.of(TOPIC, AT)),
                                Optional.of("no such address"),
                                new TreeMap<>(Map.of(DISPATCH_ID, permitted)),
                                List.of(new EndpointState.Recent(INTENT.text(), DISPATCH_ID, EARLIER, AT)),
                                List.of(owed),
                                new TreeSet<>(List.of(CUSTOMER, EARLIER))));
    }

    private static EndpointMessage.Withdraw withdraw() {
        return new EndpointMessage.Withdraw(
                TOPIC, AT, Optional.of(CUSTOMER), List.of(ENDPOINT), List.of(DISPATCH_ID), CALLER);
    }

    private static StoredForm<EndpointMessage> endpointMessages() {
        return StoredForm.<EndpointMessage>of("endpoint-message", EndpointCodec.MESSAGES)
                .with(
                        "permit",
                        new EndpointMessage.Permit(
                                DISPATCH_ID,
                                1,
                                CUSTOMER,
                                Purpose.TRANSACTIONAL,
                                Optional.empty(),
                                INTENT.text(),
                                CALLER))
                .with(
                        "outcome",
                        new EndpointMessage.Outcome(
                                DISPATCH_ID, 1, CUSTOMER, new SendOutcome.Uncertain("time-out"), CALLER))
                .with("settle", new EndpointMessage.Settle(DISPATCH_ID, 1, CUSTOMER, CALLER))
                .with("withdraw", withdraw())
                .with("subscribe", new EndpointMessage.Subscribe(TOPIC, AT, Optional.of(CUSTOMER), CALLER))
                .with("look", new EndpointMessage.Look(CALLER))
                .with("suppress", new EndpointMessage.Suppress("complaint, as another tool had it", CALLER));
    }

    private static StoredForm<QualityState> qualities() {
        return StoredForm.of("quality", QualityState.Stored.QUALITIES)
                .with("finding", QualityState.NONE.with("missing_identifier", "{}", 3, AT));
    }

    private static StoredForm<QualityMessage> qualityMessages() {
        return StoredForm.<QualityMessage>of("quality-message", QualityMessage.Stored.MESSAGES)
                .with("note", new QualityMessage.Note("missing_identifier", "{}", 3, CALLER))
                .with("show", new QualityMessage.Show(CALLER))
                .with("forget", new QualityMessage.Forget(CALLER));
    }

    private static StoredForm<AuditState> audits() {
        var open = new OpenFinding(
                "field_missing|Order Completed|properties.total",
                "Order Completed",
                Severity.HIGH,
                "it is missing",
                "send it",
                AT,
                AT.plusSeconds(60),
                true);
        return StoredForm.of("audit", AuditState.Stored.STATES)
                .with("none", AuditState.NONE)
                .with(
                        "a-day",
                        new AuditState(
                                Optional.of(day()),
                                new TreeSet<>(List.of(day().day().minusDays(1))),
                                new TreeMap<>(Map.of(open.key(), open)),
                                new TreeMap<>(Map.of(day().day(), 87))));
    }

    private static StoredForm<AuditMessage> auditMessages() {
        var finding = new OpenFinding("volume_drop||", "", Severity.MEDIUM, "fewer", "look", AT, AT, false);
        return StoredForm.<AuditMessage>of("audit-message", AuditMessage.Stored.MESSAGES)
                .with("add", new AuditMessage.Add(day(), CALLER))
                .with("judge", new AuditMessage.Judge(AT, 87, List.of(finding), CALLER))
                .with("told", new AuditMessage.Told(List.of("volume_drop||"), CALLER))
                .with("show", new AuditMessage.Show(CALLER));
    }

    private static SourceDay day() {
        var day = new SourceDay(SourceDay.dayOf(AT));
        day.look(event());
        day.look(cleansed());
        day.count(event());
        day.unusable("bad_email", "like x", 2);
        day.compared("city", "crm", false, "Rom / Oslo");
        return day;
    }

    private static StoredForm<WorkspaceState> workspaces() {
        return StoredForm.of("workspace", WorkspaceState.Stored.WORKSPACES)
                .with("published", new WorkspaceState(2, "ab12"));
    }

    private static StoredForm<WorkspaceMessage> workspaceMessages() {
        return StoredForm.<WorkspaceMessage>of("workspace-message", WorkspaceMessage.Stored.MESSAGES)
                .with("publish", new WorkspaceMessage.Publish(files(), CALLER))
                .with("show", new WorkspaceMessage.Show(CALLER));
    }

    private static StoredForm<BackfillState> backfills() {
        return StoredForm.of("backfill", BackfillState.Stored.BACKFILLS)
                .with("none", BackfillState.NONE)
                .with(
                        "running",
                        new BackfillState(
                                "v2", definitions(), List.of("buyers"), "c17", 64, 1_000, AT, Optional.empty()));
    }

    private static StoredForm<RetentionState> retentions() {
        return StoredForm.of("retention", RetentionState.Stored.RETENTIONS)
                .with("none", RetentionState.NONE)
                .with(
                        "running",
                        new RetentionState(
                                AT,
                                Optional.empty(),
                                RetentionList.CONTENT,
                                "c17",
                                new TreeMap<>(Map.of(RetentionList.HISTORY, 12L)),
                                new TreeMap<>(Map.of(Retention.Kind.DECISIONS, AT))));
    }

    private static StoredForm<RetentionMessage> retentionMessages() {
        return StoredForm.<RetentionMessage>of("retention-message", RetentionMessage.Stored.MESSAGES)
                .with("begin", new RetentionMessage.Begin(CALLER))
                .with("advance", new RetentionMessage.Advance(RetentionList.HISTORY, "c17", 12, CALLER))
                .with("end", new RetentionMessage.End(CALLER))
                .with("show", new RetentionMessage.Show(CALLER));
    }

    private static Suggestion suggestion() {
        return new Suggestion(
                new CustomerRef(new Identifier(IdentifierKind.USER, "ada"), 0),
                new CustomerRef(new Identifier(IdentifierKind.EMAIL, "ada@x.org"), 1),
                998_700,
                2_371,
                List.of(new Suggestion.Reason("last-name", "Lovelace", "Lovelac", "one letter apart", 912)),
                AT);
    }

    private static StoredForm<DuplicateState> duplicates() {
        return StoredForm.of("duplicate", DuplicateState.Stored.STATES)
                .with("none", DuplicateState.NONE)
                .with("rejected", new DuplicateState(Optional.of(suggestion()), DuplicateStatus.REJECTED));
    }

    private static StoredForm<DuplicateMessage> duplicateMessages() {
        return StoredForm.<DuplicateMessage>of("duplicate-message", DuplicateMessage.Stored.MESSAGES)
                .with("suggest", new DuplicateMessage.Suggest(suggestion(), CALLER))
                .with("withdraw", new DuplicateMessage.Withdraw(CALLER))
                .with("decide", new DuplicateMessage.Decide(DuplicateStatus.ACCEPTED, CALLER))
                .with("show", new DuplicateMessage.Show(CALLER));
    }

    private static StoredForm<DuplicateRow> duplicateRows() {
        return StoredForm.of("duplicate-row", DuplicateRow.Stored.ROWS)
                .with("open", new DuplicateRow("p1", suggestion()));
    }

    private static StoredForm<ScanState> duplicateScans() {
        return StoredForm.of("duplicate-scan", ScanState.Stored.STATES)
                .with("none", ScanState.NONE)
                .with("running", new ScanState(AT, Optional.empty(), 1_000, 17));
    }

    private static StoredForm<ScanMessage> duplicateScanMessages() {
        return StoredForm.<ScanMessage>of("duplicate-scan-message", ScanMessage.Stored.MESSAGES)
                .with("begin", new ScanMessage.Begin(CALLER))
                .with("end", new ScanMessage.End(1_000, 17, CALLER))
                .with("show", new ScanMessage.Show(CALLER));
    }

    private static StoredForm<WebhookState> webhooks() {
        return StoredForm.of("webhook", WebhookState.Stored.STATES).with("told", new WebhookState(12, 1));
    }

    private static StoredForm<WebhookMessage> webhookMessages() {
        return StoredForm.<WebhookMessage>of("webhook-message", WebhookMessage.Stored.MESSAGES)
                .with("delivered", new WebhookMessage.Delivered(webhookCall(), CALLER))
                .with("failed", new WebhookMessage.Failed(webhookCall(), "503", Duration.ofSeconds(30), CALLER))
                .with("gone", new WebhookMessage.Gone(webhookCall(), "410", CALLER))
                .with("redrive", new WebhookMessage.Redrive(webhookCall(), CALLER))
                .with("enable", new WebhookMessage.Enable(CALLER))
                .with("forget", new WebhookMessage.Forget(webhookCall(), "nobody is told", CALLER))
                .with("look", new WebhookMessage.Look(CALLER));
    }

    private static StoredForm<WebhookCall> webhookCalls() {
        WebhookCall first = webhookCall();
        return StoredForm.of("webhook-call", WebhookCall.Stored.CALLS)
                .with("first", first)
                .with("of-a-journey", first.of(CUSTOMER, Optional.of(INTENT)))
                .with("again", first.later(3, AT.plusSeconds(60), "the receiver answered 503"))
                .with("dead", first.died(AT.plusSeconds(90), "the receiver answered 500"));
    }

    private static WebhookCall webhookCall() {
        return WebhookCall.first("crm", "fact_c1_7_00ff", "segment.entered", AT, "{\"type\":\"segment.entered\"}")
                .of(CUSTOMER, Optional.empty());
    }

    private static StoredForm<BackfillMessage> backfillMessages() {
        return StoredForm.<BackfillMessage>of("backfill-message", BackfillMessage.Stored.MESSAGES)
                .with("begin", new BackfillMessage.Begin("v2", definitions(), 1_000, CALLER))
                .with("advance", new BackfillMessage.Advance("v2", "c17", 64, true, CALLER))
                .with("show", new BackfillMessage.Show(CALLER));
    }

    private static SortedMap<String, String> definitions() {
        return new TreeMap<>(Map.of("buyers", "ab12", "lapsing", "cd34"));
    }

    private static StoredForm<WorkspaceFiles> workspaceFiles() {
        return StoredForm.of("workspace-files", WorkspaceFiles.Stored.FILES).with("one", files());
    }

    private static WorkspaceFiles files() {
        return new WorkspaceFiles(new TreeMap<>(Map.of("workspace.yaml", "workspace: shop\n")));
    }

    static StoredForm<HistoryEntry> historyRows() {
        Bytes stored = Root.Stored.ROOTS.encode(root());
        return StoredForm.<HistoryEntry>of("history-row", HistoryCodec.ROWS)
                .with("happened", new HistoryEntry.Happened(AT, event(), VISITOR))
                .with("owned", new HistoryEntry.Linked(AT, new LinkChange.Owned(VISITOR, 4, Optional.of(CAUSE))))
                .with(
                        "gave-up",
                        new HistoryEntry.Linked(AT, new LinkChange.GaveUp(VISITOR, CUSTOMER, 4, Optional.of(CAUSE))))
                .with(
                        "conflict",
                        new HistoryEntry.Linked(AT, new LinkChange.Conflict(MAIL, CUSTOMER, Optional.of(CAUSE))))
                .with(
                        "not-linked",
                        new HistoryEntry.Linked(
                                AT, new LinkChange.NotLinked(DEVICE, Refusal.LIMIT, Optional.of(CAUSE))))
                .with("limit-passed", new HistoryEntry.LimitPassed(AT, EARLIER, IdentifierKind.EMAIL, 21, 20))
                .with("absorbed", new HistoryEntry.Absorbed(AT, EARLIER, CAUSE, stored, Bytes.utf8("kept as it is")))
                .with("merged", new HistoryEntry.Merged(AT, CUSTOMER, ALIAS))
                .with("parted", new HistoryEntry.Parted(AT, EARLIER, 17, List.of(DEVICE, VISITOR)))
                .with("restored", new HistoryEntry.Restored(AT, CUSTOMER))
                .with("moved", new HistoryEntry.Moved(AT, SEGMENT, true))
                .with("run-started", new HistoryEntry.RunStarted(AT, RUN_KEY, "v1"))
                .with("run-ended", new HistoryEntry.RunEnded(AT, RUN_KEY, RunEnd.EXITED))
                .with("decided", new HistoryEntry.Decided(decision()))
                .with("chose", new HistoryEntry.Chose(AT, SUBSCRIPTION, CONSENT, Optional.of(EARLIER)))
                .with("preferred", new HistoryEntry.Preferred(AT, preferences(), Optional.empty()))
                .with("trait-set", new HistoryEntry.TraitSet(AT, RUN_KEY, "plan", Value.of("pro")))
                .with("called", new HistoryEntry.Called(AT, INTENT, "crm", CallOutcome.LATE, "no answer"))
                .with("parked", new HistoryEntry.Parked(AT, PARK, "Handle"));
    }

    private static Decision decision() {
        return new Decision(
                DISPATCH_ID,
                INTENT,
                "v1",
                new MessageName("cart-reminder"),
                AT,
                DispatchStatus.WITHHELD,
                Optional.of(Channel.EMAIL),
                List.of(Channel.EMAIL, Channel.SMS),
                0.25,
                9,
                Optional.of(AT.plusSeconds(3_600)),
                List.of(Reason.passed(Gate.DEFINITION, "published"), Reason.failed(Gate.CONSENT, "withdrawn")));
    }

    private static StoredForm<MessageRow> messageRows() {
        return StoredForm.of("message-row", MessageRow.Stored.ROWS)
                .with("claimed", new MessageRow(CUSTOMER, dispatch(), "composed"));
    }

    private static StoredForm<NotLinkedRow> notLinkedRows() {
        return StoredForm.of("not-linked-row", NotLinkedRow.Stored.ROWS)
                .with("conflict", new NotLinkedRow(CUSTOMER, MAIL, Refusal.CONFLICT, Optional.of(EARLIER), AT))
                .with("limit", new NotLinkedRow(CUSTOMER, DEVICE, Refusal.LIMIT, Optional.empty(), AT));
    }

    private static StoredForm<SharedEndpointRow> sharedEndpointRows() {
        return StoredForm.of("shared-endpoint-row", SharedEndpointRow.Stored.ROWS)
                .with("two", new SharedEndpointRow(ENDPOINT, List.of(CUSTOMER, EARLIER), AT));
    }

    private static StoredForm<Content> contents() {
        return StoredForm.<Content>of("content", Content.Stored.CONTENTS)
                .with("email", new Content.Email("Still yours", "<p>ü</p>", "ü", Optional.of("http://localhost/u/x.y")))
                .with("plain", new Content.Plain("Hello"))
                .with("titled", new Content.Titled("Still yours", "Hello"));
    }
}
