package io.carillon.bench;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What was measured, of the server and of the roof; printed as a table or as a line of JSON each. */
final class Figures {
    private final Map<Bar, Double> own = new EnumMap<>(Bar.class);
    private final Map<Bar, Double> roofs = new EnumMap<>(Bar.class);

    void add(Bar bar, double figure) {
        own.put(bar, figure);
    }

    void addRoof(Bar bar, double figure) {
        roofs.put(bar, figure);
    }

    void table(PrintStream out) {
        out.println("| what | measured | roof | share of the roof | at least | aim | field |");
        out.println("| --- | --- | --- | --- | --- | --- | --- |");
        own.forEach((bar, figure) -> out.println("| %s | **%s %s** | %s | %s | %s | %s | %s |"
                .formatted(
                        bar.words(),
                        shown(figure),
                        bar.unit(),
                        shown(roof(bar)),
                        share(bar, figure),
                        shown(bar.atLeast()),
                        shown(bar.aim()),
                        bar.field())));
    }

    void lines(PrintStream out) {
        own.forEach((bar, figure) -> out.println("{\"name\":\"%s\",\"unit\":\"%s\",\"figure\":%s,\"roof\":%s}"
                .formatted(bar.name().toLowerCase(Locale.ROOT), bar.unit(), json(figure), json(roof(bar)))));
    }

    private double roof(Bar bar) {
        return roofs.getOrDefault(bar, Double.NaN);
    }

    private String share(Bar bar, double figure) {
        double share = bar.share(figure, roof(bar));
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    private static String shown(double figure) {
        if (Double.isNaN(figure)) return "";
        return String.format(Locale.ROOT, figure >= 100 ? "%,.0f" : figure >= 10 ? "%.1f" : "%.2f", figure)
                .replace(',', ' ');
    }

    private static String json(double figure) {
        return Double.isNaN(figure) ? "null" : String.format(Locale.ROOT, "%.3f", figure);
    }
}
