package io.carillon.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Address;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Row;
import io.carillon.testkit.toy.Act;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of tables and of history. */
public interface TablePromises extends HostFactory {

    @Test
    default void rowsArePutReplacedAndRemovedInTheOrderOfEffects() {
        try (Toys toys = toys()) {
            toys.tell("red:a", put("t", "gone"), new Act.RemoveRow("t", "gone"));
            toys.tell("red:a", new Act.RemoveRow("t", "back"), put("t", "back"));
            toys.tell("red:a", new Act.PutRow("t", "new", "old"), new Act.PutRow("t", "new", "new"));
            toys.tell("red:a", new Act.RemoveRow("t", "never there"));
            toys.settle();

            assertThat(toys.host().rows("t", "", 10)).containsExactly(row("back"), new Row("new", Bytes.utf8("new")));
            assertThat(toys.host().row("t", "gone")).isEmpty();
            assertThat(toys.host().row("t", "back")).contains(Bytes.utf8("back"));
            assertThat(toys.host().count("t")).isEqualTo(2);
        }
    }

    @Test
    default void rowsComeInTheOrderOfTheirUtf8Bytes() {
        try (Toys toys = toys()) {
            var ordered = List.of("A", "a", "a\u0000", "a\u0000b", "aa", "b", "ä", "\uFF5E", "\uD83D\uDE00");
            for (int i = 0; i < ordered.size(); i++)
                toys.tell("red:" + i % 4, put("t", ordered.get(ordered.size() - 1 - i)));
            toys.settle();

            assertThat(toys.host().rows("t", "", 100)).extracting(Row::key).containsExactlyElementsOf(ordered);
        }
    }

    @Test
    default void rowsAreReadPageByPage() {
        try (Toys toys = toys()) {
            for (int i = 0; i < 25; i++) toys.tell("red:" + i % 4, put("t", "k%02d".formatted(i)));
            toys.settle();

            assertThat(toys.host().rows("t", "", 10))
                    .extracting(Row::key)
                    .startsWith("k00")
                    .endsWith("k09")
                    .hasSize(10);
            assertThat(toys.host().rows("t", "k09", 10))
                    .extracting(Row::key)
                    .startsWith("k10")
                    .hasSize(10);
            assertThat(toys.host().rows("t", "k19x", 10))
                    .extracting(Row::key)
                    .startsWith("k20")
                    .hasSize(5);
            assertThat(toys.host().rows("t", "k24", 10)).isEmpty();
        }
    }

    @Test
    default void tablesWithSimilarNamesStayApart() {
        try (Toys toys = toys()) {
            toys.tell("red:a", put("t", "tk"), put("tt", "k"), put("t2", "k"), put("u", "k"));
            toys.settle();

            assertThat(toys.host().rows("t", "", 10)).containsExactly(row("tk"));
            assertThat(toys.host().rows("tt", "", 10)).containsExactly(row("k"));
            assertThat(toys.host().count("t")).isEqualTo(1);
            assertThat(toys.host().count("nothing")).isZero();
        }
    }

    @Test
    default void historyIsReadNewestFirstByPage() {
        try (Toys toys = toys()) {
            for (int i = 0; i < 30; i++) toys.tell("red:a", new Act.Note("n" + i));
            toys.tell("red:aa", new Act.Note("other"));
            toys.settle();
            var a = new Address("red:a");

            List<HistoryRow> newest = toys.host().history(a, Long.MAX_VALUE, 10);
            assertThat(newest)
                    .extracting(HistoryRow::number)
                    .startsWith(29L, 28L)
                    .endsWith(20L);
            assertThat(newest.getFirst().content()).isEqualTo(Bytes.utf8("n29"));
            assertThat(toys.host().history(a, 20, 100))
                    .extracting(HistoryRow::number)
                    .startsWith(19L)
                    .hasSize(20);
            assertThat(toys.host().history(a, 0, 10)).isEmpty();
            assertThat(toys.host().history(new Address("red:never"), Long.MAX_VALUE, 10))
                    .isEmpty();
        }
    }

    @Test
    default void aStepReadsTheHistoryOfEarlierStepsOldestFirst() {
        try (Toys toys = toys()) {
            for (int i = 0; i < 12; i++) toys.tell("red:a", new Act.Note("n" + i), new Act.Note("m" + i));
            toys.tell("red:b", new Act.Note("other"));
            toys.tell("red:a", new Act.Note("this step"), new Act.Recall(4, 3));
            toys.tell("red:a", new Act.Recall(24, 10));
            toys.settle();
            toys.restart();
            toys.tell("red:a", new Act.Recall(0, 2));
            toys.settle();

            assertThat(toys.notes("red:a"))
                    .endsWith("this step", "24:n2,m2,n3", "26:this step,24:n2,m2,n3", "27:n0,m0");
        }
    }

    @Test
    default void aForgottenRowIsInNoHistoryAndItsNumberIsNotGivenAgain() {
        try (Toys toys = toys()) {
            for (int i = 0; i < 6; i++) toys.tell("red:a", new Act.Note("n" + i));
            toys.settle();
            toys.tell("red:a", new Act.Forget(1), new Act.Forget(2), new Act.Forget(2), new Act.Forget(5));
            toys.tell("red:a", new Act.Recall(0, 4));
            toys.tell("red:a", new Act.Note("later"), new Act.Forget(3));
            toys.settle();
            toys.restart();
            toys.tell("red:a", new Act.Recall(2, 6));
            toys.settle();

            var a = new Address("red:a");
            assertThat(toys.host().history(a, Long.MAX_VALUE, 10))
                    .extracting(HistoryRow::number)
                    .containsExactly(8L, 7L, 6L, 4L, 0L);
            assertThat(toys.notes("red:a")).contains("6:n0,n3", "8:n4,6:n0,n3,later");
            assertThat(toys.host().history(a, 4, 10))
                    .extracting(HistoryRow::number)
                    .containsExactly(0L);
        }
    }

    private static Act put(String table, String key) {
        return new Act.PutRow(table, key, key);
    }

    private static Row row(String key) {
        return new Row(key, Bytes.utf8(key));
    }
}
