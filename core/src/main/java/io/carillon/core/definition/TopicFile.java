package io.carillon.core.definition;

import io.carillon.core.person.Topic;
import io.carillon.core.person.TopicId;
import java.util.List;
import java.util.Optional;

/** {@code topics/*.yaml}. */
final class TopicFile {
    private TopicFile() {}

    static void read(Section section, Draft draft) {
        Optional<Field> named = section.required("topic", "a name, e.g. reminders");
        Optional<String> id = named.flatMap(Field::id);
        Optional<String> name = section.has("name") ? section.optional("name").flatMap(Field::line) : id;
        Optional<String> consent = section.required(
                        "default", "opt-out (subscribed until they say no) or opt-in (only after a yes)")
                .flatMap(field -> field.word(List.of("opt-out", "opt-in")));
        Optional<Field> category = section.optional("consentCategory");
        Optional<String> consentCategory = category.flatMap(Field::line);
        if (category.isPresent() && consentCategory.isEmpty()) return;
        if (id.isEmpty() || !draft.topicNames.define(named.get(), id.get())) return;
        if (name.isEmpty() || consent.isEmpty()) return;
        var topic = new TopicId(id.get());
        draft.topics.put(topic, new Topic(topic, name.get(), consent.get().equals("opt-in"), consentCategory));
    }
}
