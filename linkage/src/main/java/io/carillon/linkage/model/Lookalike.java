package io.carillon.linkage.model;

import io.carillon.linkage.compare.Comparer;
import io.carillon.linkage.compare.Forms;
import io.carillon.linkage.compare.Swap;
import io.carillon.linkage.table.ColumnKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Why different people may agree in several columns at once. The columns of such a pair depend on each other, so their
 * evidence must not be counted as often as there are columns. How frequent it is, is learned.
 *
 * @param shares which places of a pattern agree as those of one person do
 */
public record Lookalike(String words, List<Integer> shares) {
    public Lookalike {
        shares = List.copyOf(shares);
    }

    static List<Lookalike> of(Comparer comparer) {
        List<Lookalike> all = new ArrayList<>();
        add(
                all,
                comparer,
                "of one household",
                kind -> kind.isPlace() || kind == ColumnKind.LAST_NAME || kind == ColumnKind.PHONE);
        add(all, comparer, "at one address", ColumnKind::isPlace);
        add(all, comparer, "of one town", kind -> switch (kind) {
            case CITY, POSTAL_CODE, REGION, COUNTRY -> true;
            default -> false;
        });
        add(
                all,
                comparer,
                "namesakes",
                kind -> kind == ColumnKind.FIRST_NAME || kind == ColumnKind.LAST_NAME || kind == ColumnKind.GENDER);
        return List.copyOf(all);
    }

    private static void add(List<Lookalike> all, Comparer comparer, String words, Predicate<ColumnKind> isShared) {
        List<Integer> shares = new ArrayList<>();
        List<Forms> columns = comparer.columns();
        for (int at = 0; at < columns.size(); at++) {
            if (isShared.test(columns.get(at).column().kind())) shares.add(at);
        }
        // One column alone depends on none, and a lookalike in everything would be the same person.
        if (shares.size() < 2 || shares.size() == columns.size()) return;
        for (Swap swap : comparer.swaps()) {
            if (shares.contains(swap.first()) && shares.contains(swap.second())) {
                shares.addAll(List.of(swap.at(), swap.best(), swap.rest()));
            }
        }
        if (all.stream().noneMatch(it -> it.shares().equals(shares))) all.add(new Lookalike(words, shares));
    }
}
