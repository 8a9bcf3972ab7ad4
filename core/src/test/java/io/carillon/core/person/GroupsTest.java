package io.carillon.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void theLatestWordOfAGroupHoldsWhateverTheOrderOfArrival() {
        Event early = group(1, Value.of("shop-7"), "free");
        Event late = group(2, Value.of("shop-7"), "pro");

        Groups inOrder = Groups.NONE.with(early).with(late);
        Groups inReverse = Groups.NONE.with(late).with(early);

        assertThat(inOrder).isEqualTo(inReverse);
        assertThat(inOrder.values().toString()).isEqualTo("[{\"id\":\"shop-7\",\"plan\":\"pro\"}]");
    }

    @Test
    void ofTooManyGroupsThoseLastSpokenOfStay() {
        Groups groups = Groups.NONE;
        for (int i = 1; i <= Groups.GROUPS_MAX + 5; i++) groups = groups.with(group(i, Value.of(i), "free"));

        assertThat(groups.byId())
                .hasSize(Groups.GROUPS_MAX)
                .doesNotContainKeys("1", "5")
                .containsKeys("6", "25");
    }

    @Test
    void otherCallsAndUnusableIdsChangeNothing() {
        assertThat(Groups.NONE.with(group(1, Value.of(" "), "free"))).isEqualTo(Groups.NONE);
        assertThat(Groups.NONE.with(group(1, Value.of("x".repeat(501)), "free")))
                .isEqualTo(Groups.NONE);
        assertThat(Groups.NONE.with(group(1, Value.of(true), "free"))).isEqualTo(Groups.NONE);
    }

    private static Event group(int second, Value id, String plan) {
        return new Event(
                new MessageId("m" + second),
                EventType.GROUP,
                "group",
                NOON.plusSeconds(second),
                NOON.plusSeconds(3_600),
                "site",
                List.of(new Identifier(IdentifierKind.USER, "1")),
                Value.Fields.NONE.with("groupId", id).with("traits", Value.of(Map.of("plan", Value.of(plan)))),
                Value.Fields.NONE,
                Value.Fields.NONE);
    }
}
