package io.carillon.cleanse.address;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds a post box or a rural route, which stand for a street: {@code PO Box 12}, {@code RR 1 Box 7}, {@code HC 24}.
 *
 * @param end after its last word
 * @param form as it is written; empty when there is none
 */
record BoxSpan(int end, String form) {
    private static final Map<String, String> BOXES = Map.of(
            "box", "Box", "bx", "Box", "lockbox", "Lockbox", "lbx", "Lockbox", "drawer", "Drawer", "pob", "PO Box",
            "pobox", "PO Box", "gpo", "GPO Box", "caller", "Caller");
    private static final Map<String, String> ROUTES = Map.ofEntries(
            Map.entry("rr", "RR"),
            Map.entry("rt", "RR"),
            Map.entry("rte", "RR"),
            Map.entry("route", "RR"),
            Map.entry("rfd", "RR"),
            Map.entry("rural", "RR"),
            Map.entry("rd", "RR"),
            Map.entry("hc", "HC"),
            Map.entry("hcr", "HC"),
            Map.entry("star", "HC"),
            Map.entry("psc", "PSC"),
            Map.entry("cmr", "CMR"),
            Map.entry("unit", "Unit"),
            Map.entry("highway", "HC"),
            Map.entry("hwy", "HC"));
    private static final Set<String> ROUTES_ALONE = Set.of("rr", "rfd", "hc", "hcr", "star", "rural", "psc", "cmr");
    private static final Pattern GLUED = Pattern.compile("(rr|hc)\\d+");
    private static final Set<String> DELIVERY = Set.of("route", "rte", "rt", "delivery", "contract");
    private static final Set<String> POST = Set.of("p", "po", "o", "post", "office");
    private static final Set<String> SIGNS = Set.of("#", "no", "number");

    /** The box that begins at a word; one that ends at {@code at} when none does. */
    static BoxSpan at(Words words, int at, int end) {
        if (words.key(at).equals("route") && words.key(at + 1).equals("box") && at + 1 < end) {
            BoxSpan box = box(words, at + 1, end);
            return box.end > at + 1 ? new BoxSpan(box.end, "Route " + box.form) : none(at);
        }
        BoxSpan route = route(words, at, end);
        if (route.end == at) return box(words, at, end);
        BoxSpan box = box(words, route.end, end);
        if (box.end > route.end) return new BoxSpan(box.end, route.form + " " + box.form);
        return ROUTES_ALONE.contains(words.key(at)) ? route : none(at);
    }

    boolean isFound() {
        return !form.isEmpty();
    }

    /** A drawer, a lockbox or a bare box: where a post box is said as well, it is one of its compartments. */
    boolean isWithinAnother() {
        return form.startsWith("Drawer") || form.startsWith("Lockbox") || form.startsWith("Box");
    }

    private static BoxSpan none(int at) {
        return new BoxSpan(at, "");
    }

    private static BoxSpan route(Words words, int from, int end) {
        if (GLUED.matcher(words.key(from)).matches())
            return new BoxSpan(from + 1, Words.upper(words.key(from)).replaceFirst("(?=\\d)", " "));
        String kind = ROUTES.get(words.key(from));
        // A highway is a mail route only by contract.
        if (words.key(from).startsWith("h")
                && words.key(from).endsWith("y")
                && !words.key(from + 1).equals("contract")) kind = null;
        int at = from + 1;
        while (at < end && DELIVERY.contains(words.key(at))) at++;
        return kind == null ? none(from) : numbered(words, kind, from, at, end);
    }

    private static BoxSpan box(Words words, int from, int end) {
        int at = from;
        while (at < end && at < from + 3 && POST.contains(words.key(at))) at++;
        boolean postal = at > from;
        if (words.key(at).equals("lock") && words.key(at + 1).equals("box") && at + 1 < end)
            return numbered(words, "Lockbox", from, at + 2, end);
        String kind = at < end ? BOXES.get(words.key(at)) : null;
        if (kind == null) return none(from);
        at++;
        if (at < end && words.key(at).equals("box")) at++;
        BoxSpan found = numbered(words, postal && kind.equals("Box") ? "PO Box" : kind, from, at, end);
        int last = found.end;
        boolean letter = found.isFound()
                && last < end
                && words.key(last).length() == 1
                && !words.breaksAt(last)
                && Character.isLetter(words.key(last).charAt(0))
                && words.key(last - 1).length() < 4;
        return letter
                ? new BoxSpan(
                        last + 1, found.form + " " + Words.upper(words.get(last).text()))
                : found;
    }

    private static BoxSpan numbered(Words words, String kind, int from, int at, int end) {
        int id = at < end && SIGNS.contains(words.key(at)) ? at + 1 : at;
        if (id >= end) return none(from);
        boolean number = words.get(id).hasDigit() || words.key(id).length() == 1;
        return number
                ? new BoxSpan(
                        id + 1, kind + " " + Words.upper(words.get(id).text().replace("#", "")))
                : none(from);
    }
}
