package io.carillon.testkit.law;

import io.carillon.core.decision.Decision;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.DispatchId;
import io.carillon.core.person.HoursOfDay;
import io.carillon.testkit.SimulatedProvider.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must not be found when everything has happened, by each person's own rows and by what the provider took; the rules
 * are written down here once more, with {@code LocalTime} and plain counting.
 */
final class ContactAftermath {
    private static final List<String> PERSONS =
            List.of("user:u1", "user:u2", "email:e1", "email:e2", "anonymous:a1", "anonymous:a2");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Duration DAY = Duration.ofHours(24);
    private static final List<String> RANKS = List.of("low", "middle", "high");

    /**
     * A cap, once more.
     *
     * @param message of whose topic it is; all where it is empty
     */
    private record Cap(int max, Duration within, String message) {
        boolean covers(String name) {
            return message.isEmpty() || message.equals(name);
        }
    }

    private static final List<Cap> CAPS =
            List.of(new Cap(3, Duration.ofMinutes(10), ""), new Cap(1, Duration.ofMinutes(4), "middle"));

    /** A worker was allowed to try it. */
    private record Claim(CustomerRef customer, Decision decision) {
        Instant at() {
            return decision.at();
        }

        String message() {
            return decision.message().text();
        }
    }

    private final Stage stage;
    private final Map<DispatchId, MessageRow> rows = new TreeMap<>();
    private final Map<CustomerRef, List<HistoryEntry>> histories = new LinkedHashMap<>();
    private final Map<CustomerRef, HistoryEntry.Merged> merges = new LinkedHashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Taken> taken;

    ContactAftermath(Stage stage, Space space) {
        this.stage = stage;
        for (MessageRow row : stage.rows(space)) rows.put(row.dispatch().id(), row);
        taken = stage.provider().taken().stream()
                .filter(one -> rows.containsKey(one.message().id()))
                .toList();
        for (String person : PERSONS) {
            var customer = new CustomerRef(space.identifier(person), 0);
            List<HistoryEntry> history = stage.host().history(customer.address()).reversed().stream()
                    .map(HistoryRow::content)
                    .map(HistoryCodec.ROWS::decode)
                    .toList();
            histories.put(customer, history);
            for (HistoryEntry entry : history) note(customer, entry);
        }
    }

    private void note(CustomerRef customer, HistoryEntry entry) {
        if (entry instanceof HistoryEntry.Merged merged) merges.put(customer, merged);
        if (entry instanceof HistoryEntry.Decided(var decision) && decision.status() == DispatchStatus.CLAIMED) {
            claims.add(new Claim(customer, decision));
        }
    }

    void lookInto(Findings<ContactLaw> findings) {
        findings.none(ContactLaw.CAPS_HOLD, beyondCaps());
        findings.none(ContactLaw.NOTHING_IS_CAPPED_WHILE_THERE_IS_ROOM, cappedForNothing());
        findings.none(ContactLaw.NIGHTS_ARE_QUIET, inTheNight());
        findings.none(ContactLaw.NOTHING_WAITS_PAST_THE_NIGHT, wokenAtAnotherTime());
        findings.none(ContactLaw.THE_MORE_IMPORTANT_GOES_FIRST, passedOver());
        findings.none(ContactLaw.AN_ADDRESS_GETS_ONE_COPY, copies());
    }

    private List<String> beyondCaps() {
        var violations = new ArrayList<String>();
        for (Claim claim : claims) {
            for (Cap cap : CAPS) {
                if (!cap.covers(claim.message())) continue;
                List<DispatchId> before = leftBefore(claim, cap);
                if (before.size() >= cap.max()) violations.add(claim + " after " + before);
            }
        }
        return violations;
    }

    /** What the provider surely had of them, within the window, when a worker was allowed to try this one. */
    private List<DispatchId> leftBefore(Claim claim, Cap cap) {
        CustomerRef self = root(claim.customer(), claim.at());
        Instant since = claim.at().minus(cap.within());
        return taken.stream()
                .filter(one -> !one.message().id().equals(claim.decision().id()))
                .filter(one -> one.at().isAfter(since) && one.at().isBefore(claim.at()))
                .map(one -> row(one.message().id()))
                .filter(row -> cap.covers(row.dispatch().message().text()))
                .filter(row -> root(decidedBy(row), claim.at()).equals(self))
                .map(row -> row.dispatch().id())
                .distinct()
                .toList();
    }

    /** In whose history it was claimed first: the row says whose it is today. */
    private CustomerRef decidedBy(MessageRow row) {
        return claims.stream()
                .filter(claim -> claim.decision().id().equals(row.dispatch().id()))
                .map(Claim::customer)
                .findFirst()
                .orElse(row.customer());
    }

    /** Whom they surely were just before an instant. */
    private CustomerRef root(CustomerRef customer, Instant at) {
        CustomerRef root = customer;
        for (var merge = merges.get(root); merge != null && isOver(merge, at); merge = merges.get(root)) {
            root = merge.into();
        }
        return root;
    }

    /** Once the stronger has taken it in. */
    private boolean isOver(HistoryEntry.Merged merge, Instant at) {
        return histories.getOrDefault(merge.into(), List.of()).stream()
                .anyMatch(entry -> entry instanceof HistoryEntry.Absorbed absorbed
                        && merge.equals(merges.get(absorbed.from()))
                        && absorbed.at().isBefore(at));
    }

    private List<String> cappedForNothing() {
        var violations = new ArrayList<String>();
        histories.forEach((customer, history) -> {
            for (HistoryEntry entry : history) {
                if (!(entry instanceof HistoryEntry.Decided(var decision)) || !isCapped(decision)) continue;
                String detail = decision.reasons().getLast().detail();
                Cap cap = CAPS.get(detail.contains("of topic") ? 1 : 0);
                Set<DispatchId> known = mayHaveCounted(customer, decision, cap);
                if (known.size() < cap.max()) violations.add(decision + " knowing of " + known);
            }
        });
        return violations;
    }

    private static boolean isCapped(Decision decision) {
        return decision.status() == DispatchStatus.WITHHELD
                && decision.reasons().getLast().gate() == Gate.FREQUENCY_CAP;
    }

    /** At the most: what they or anybody whom they have absorbed by today heard of in the window, or was being tried. */
    private Set<DispatchId> mayHaveCounted(CustomerRef customer, Decision capped, Cap cap) {
        Instant since = capped.at().minus(cap.within());
        var counted = new TreeSet<DispatchId>();
        histories.forEach((other, history) -> {
            if (history.isEmpty() || !stage.today(other).equals(stage.today(customer))) return;
            for (HistoryEntry entry : history) {
                if (!(entry instanceof HistoryEntry.Decided(var decision))) continue;
                boolean isOther = !decision.id().equals(capped.id())
                        && cap.covers(decision.message().text())
                        && !decision.at().isAfter(capped.at());
                if (!isOther) continue;
                switch (decision.status()) {
                    case CLAIMED -> counted.add(decision.id());
                    case SENT, UNCERTAIN -> {
                        if (decision.at().isAfter(since)) counted.add(decision.id());
                        else if (decision.at().isBefore(capped.at())) counted.remove(decision.id());
                    }
                    // Sent before, and asked for once more: that counts for what it was.
                    case QUEUED, REJECTED, DEAD, LAPSED, WITHHELD -> {
                        boolean isSure = decision.at().isBefore(capped.at());
                        if (isSure && !hasLeftSince(history, decision.id(), since)) counted.remove(decision.id());
                    }
                }
            }
        });
        return counted;
    }

    private static boolean hasLeftSince(List<HistoryEntry> history, DispatchId id, Instant since) {
        return history.stream()
                .anyMatch(entry -> entry instanceof HistoryEntry.Decided(var decision)
                        && decision.id().equals(id)
                        && (decision.status() == DispatchStatus.SENT || decision.status() == DispatchStatus.UNCERTAIN)
                        && decision.at().isAfter(since));
    }

    private List<Claim> inTheNight() {
        return claims.stream()
                .filter(claim -> isQuiet(claim.customer(), claim.at()))
                .toList();
    }

    private boolean isQuiet(CustomerRef customer, Instant at) {
        HoursOfDay hours = quietHours(customer, at);
        LocalTime shown = LocalTime.ofInstant(at, ZONE);
        return !shown.isBefore(hours.from()) && shown.isBefore(hours.to());
    }

    private HoursOfDay quietHours(CustomerRef customer, Instant at) {
        return root(customer, at).bornAt().value().endsWith("-u2") ? ContactLife.OWN : ContactLife.COMPANYS;
    }

    private List<String> wokenAtAnotherTime() {
        var violations = new ArrayList<String>();
        histories.forEach((customer, history) -> {
            for (HistoryEntry entry : history) {
                if (!(entry instanceof HistoryEntry.Decided(var decision)) || !isQuietly(decision)) continue;
                Instant until = decision.until().orElse(Instant.MAX);
                Instant end = end(quietHours(customer, decision.at()), decision.at());
                if (!until.equals(end)) violations.add(decision + " expected until " + end);
            }
        });
        return violations;
    }

    private static boolean isQuietly(Decision decision) {
        return decision.status() == DispatchStatus.QUEUED
                && decision.reasons().getLast().gate() == Gate.QUIET_HOURS
                && !decision.reasons().getLast().passed();
    }

    /** The first minute from then on outside them. */
    private static Instant end(HoursOfDay hours, Instant from) {
        Instant minute = from.truncatedTo(ChronoUnit.MINUTES);
        LocalTime shown = LocalTime.ofInstant(minute, ZONE);
        while (!shown.isBefore(hours.from()) && shown.isBefore(hours.to())) {
            minute = minute.plus(1, ChronoUnit.MINUTES);
            shown = LocalTime.ofInstant(minute, ZONE);
        }
        return minute;
    }

    /** Claimed under a cap though, had all that waited and ranked higher gone first, there was no room left. */
    private List<String> passedOver() {
        var violations = new ArrayList<String>();
        for (Claim claim : claims) {
            if (merges.containsKey(claim.customer())) continue; // whoever is absorbed knows less than all
            for (Cap cap : CAPS) {
                if (!cap.covers(claim.message()) || !isRanked(claim)) continue;
                List<DispatchId> higher = waitingAbove(claim, cap);
                if (!higher.isEmpty() && leftBefore(claim, cap).size() + higher.size() >= cap.max()) {
                    violations.add(claim + " before " + higher);
                }
            }
        }
        return violations;
    }

    private static boolean isRanked(Claim claim) {
        return RANKS.contains(claim.message());
    }

    private List<DispatchId> waitingAbove(Claim claim, Cap cap) {
        var waiting = new LinkedHashMap<DispatchId, Decision>();
        for (HistoryEntry entry : histories.getOrDefault(claim.customer(), List.of())) {
            if (!(entry instanceof HistoryEntry.Decided(var decision))) continue;
            if (decision.equals(claim.decision())) break;
            if (decision.status() == DispatchStatus.QUEUED) waiting.put(decision.id(), decision);
            else waiting.remove(decision.id());
        }
        return waiting.values().stream()
                .filter(other -> cap.covers(other.message().text()))
                .filter(other -> RANKS.indexOf(other.message().text()) > RANKS.indexOf(claim.message()))
                .filter(other -> isDue(other, claim.at()))
                .map(Decision::id)
                .toList();
    }

    /** One that steps back is due all the while. */
    private static boolean isDue(Decision decision, Instant at) {
        if (!at.isBefore(decision.at().plus(Duration.ofHours(23)))) return false; // nearly at its deadline
        boolean stepsBack = decision.reasons().getLast().gate() == Gate.PRIORITY;
        Optional<Instant> until = decision.until();
        return stepsBack || until.isEmpty() || !until.get().isAfter(at);
    }

    /** Taken at one address from two who are not the same person, in the same matter, within a day. */
    private List<String> copies() {
        var violations = new ArrayList<String>();
        for (int one = 0; one < taken.size(); one++) {
            for (int other = one + 1; other < taken.size(); other++) {
                Taken first = taken.get(one);
                Taken second = taken.get(other);
                MessageRow row = row(first.message().id());
                MessageRow again = row(second.message().id());
                boolean isCopy = first.message().to().equals(second.message().to())
                        && row.dispatch().intent().equals(again.dispatch().intent())
                        && !row.dispatch().id().equals(again.dispatch().id())
                        && !stage.today(row.customer()).equals(stage.today(again.customer()))
                        && Duration.between(
                                                first.message().at(),
                                                second.message().at())
                                        .compareTo(DAY)
                                < 0;
                if (isCopy) violations.add(first + " and " + second);
            }
        }
        return violations;
    }

    private MessageRow row(DispatchId id) {
        MessageRow row = rows.get(id);
        if (row == null) throw new AssertionError("no row of " + id);
        return row;
    }
}
