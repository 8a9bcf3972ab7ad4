package io.carillon.core.definition;

import io.carillon.core.decision.FrequencyCap;
import io.carillon.core.decision.Policy;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.HoursOfDay;
import io.carillon.core.person.TopicId;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code workspace.yaml} says of contact: {@code quietHours} and {@code frequencyCaps}. */
final class PolicySection {
    private static final String HOURS = "from and to, e.g. {from: \"21:00\", to: \"08:00\"}";
    private static final String CAP = "max and within, e.g. {purpose: marketing, max: 3, within: 7d}";

    private final Draft draft;

    private PolicySection(Draft draft) {
        this.draft = draft;
    }

    static void read(Section workspace, Draft draft) {
        var reader = new PolicySection(draft);
        Optional<HoursOfDay> quietHours = workspace.optional("quietHours").flatMap(PolicySection::hours);
        List<FrequencyCap> caps =
                workspace.optional("frequencyCaps").map(reader::caps).orElse(List.of());
        draft.policy = new Policy(quietHours, caps);
    }

    private static Optional<HoursOfDay> hours(Field field) {
        Optional<Section> section = field.section(HOURS);
        if (section.isEmpty()) return Optional.empty();
        Optional<LocalTime> from =
                section.get().required("from", "a time of day, e.g. \"21:00\"").flatMap(Field::timeOfDay);
        Optional<LocalTime> to =
                section.get().required("to", "a time of day, e.g. \"08:00\"").flatMap(Field::timeOfDay);
        section.get().close();
        if (from.isEmpty() || to.isEmpty()) return Optional.empty();
        if (from.get().equals(to.get())) {
            section.get().error("from %s to %s are no hours; expected two times".formatted(from.get(), to.get()));
            return Optional.empty();
        }
        return Optional.of(new HoursOfDay(from.get(), to.get()));
    }

    private List<FrequencyCap> caps(Field field) {
        var caps = new ArrayList<FrequencyCap>();
        List<Field> items = field.items().orElse(List.of());
        if (items.size() > Policy.CAPS_MAX) {
            field.error("there are at most %d caps, not %d".formatted(Policy.CAPS_MAX, items.size()));
            return List.of();
        }
        for (Field item : items) cap(item).ifPresent(caps::add);
        return caps;
    }

    private Optional<FrequencyCap> cap(Field field) {
        Optional<Section> section = field.section(CAP);
        if (section.isEmpty()) return Optional.empty();
        Optional<Purpose> purpose = section.get().has("purpose")
                ? section.get()
                        .optional("purpose")
                        .flatMap(it -> it.word(List.of("marketing", "transactional")))
                        .map(word -> Purpose.valueOf(word.toUpperCase(Locale.ROOT)))
                : Optional.of(Purpose.MARKETING);
        Optional<Channel> channel = section.get()
                .optional("channel")
                .flatMap(it -> it.word(ChannelFile.CHANNELS))
                .flatMap(Channel::ofWord);
        Optional<Field> topicField = section.get().optional("topic");
        Optional<String> topic = topicField.flatMap(Field::id);
        topic.ifPresent(name -> draft.topicNames.mention(topicField.get(), name));
        Optional<Integer> max = section.get()
                .required("max", "how many at most, e.g. 3")
                .flatMap(it -> it.whole(1, FrequencyCap.MAX_MAX));
        Optional<Duration> within =
                section.get().required("within", "a duration, e.g. 7d").flatMap(PolicySection::within);
        section.get().close();
        if (purpose.isEmpty() || max.isEmpty() || within.isEmpty()) return Optional.empty();
        return Optional.of(new FrequencyCap(purpose.get(), channel, topic.map(TopicId::new), max.get(), within.get()));
    }

    private static Optional<Duration> within(Field field) {
        Optional<Duration> duration = field.duration();
        if (duration.isEmpty()) return duration;
        boolean fits = !duration.get().isZero() && duration.get().compareTo(FrequencyCap.WITHIN_MAX) <= 0;
        if (!fits)
            field.error("a cap reaches back more than 0s and at most %dd".formatted(FrequencyCap.WITHIN_MAX.toDays()));
        return fits ? duration : Optional.empty();
    }
}
