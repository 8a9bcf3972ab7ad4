package io.carillon.server.demo.retail;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.value.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final Retail RETAIL = read();
    private static final List<Act> ACTS = Script.of(RETAIL, 1);

    @Test
    void theFilesHoldWhatTheirNoteSays() {
        assertThat(RETAIL.invoices()).hasSize(11_880 + 2_193);
        assertThat(RETAIL.invoices().stream().filter(Invoice::isRefund)).hasSize(2_193);
        assertThat(RETAIL.invoices().stream().map(Invoice::customer).distinct()).hasSize(2_910);
        assertThat(RETAIL.products()).hasSize(3_582);
        assertThat(RETAIL.invoices().stream()
                        .mapToLong(invoice -> invoice.lines().size())
                        .sum())
                .isEqualTo(258_710);
        assertThat(RETAIL.products())
                .containsEntry("85123A", new Product("85123A", "White hanging heart t-light holder"));
        assertThat(RETAIL.invoices().getFirst().total()).isEqualByComparingTo(new BigDecimal("139.12"));
    }

    @Test
    void everyOrderAndRefundOfTheFileHappensOnceAtItsTime() {
        List<Invoice> happened = ACTS.stream()
                .flatMap(act -> switch (act) {
                    case Act.Orders orders -> Stream.of(orders.invoice());
                    case Act.IsRefunded refunded -> Stream.of(refunded.invoice());
                    default -> Stream.empty();
                })
                .toList();

        assertThat(happened).containsExactlyInAnyOrderElementsOf(RETAIL.invoices());
    }

    @Test
    void whoOrdersHasSignedInOnThatDevice() {
        Set<String> signedIn = new HashSet<>();
        for (Act act : ACTS) {
            if (act instanceof Act.SignsIn(var _, var _, var device)) signedIn.add(device);
            if (act instanceof Act.Orders orders) assertThat(signedIn).contains(orders.device());
        }
    }

    @Test
    void itIsTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(Script.of(RETAIL, 1)).isEqualTo(ACTS);
        assertThat(Script.of(RETAIL, 2)).isNotEqualTo(ACTS);
    }

    @Test
    void callsFitIntoWhatACallMayBe() {
        for (Act act : ACTS) {
            if (act instanceof Act.Prefers) continue;
            assertThat(Json.write(Calls.of(act, "demo-1")).length()).isLessThan(30_000);
        }
    }

    @Test
    void noTwoPeopleShareAPhoneOrADevice() {
        Map<String, String> owners = new HashMap<>();
        for (Act act : ACTS) {
            if (!(act instanceof Act.SignsIn(Instant _, Shopper shopper, String device))) continue;
            assertThat(owners.merge(device, shopper.id(), (one, _) -> one)).isEqualTo(shopper.id());
            shopper.phone()
                    .ifPresent(phone -> assertThat(owners.merge(phone, shopper.id(), (one, _) -> one))
                            .isEqualTo(shopper.id()));
        }
    }

    private static Retail read() {
        try {
            return Retail.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
