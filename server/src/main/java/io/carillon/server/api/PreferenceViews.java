package io.carillon.server.api;

import io.carillon.core.person.Channel;
import io.carillon.core.person.HoursOfDay;
import io.carillon.core.person.Preferences;
import io.carillon.core.value.Value;
import java.util.List;

/** How somebody wishes to be reached, as JSON. */
final class PreferenceViews {
    private PreferenceViews() {}

    static Value.Fields of(Preferences preferences) {
        var shape = new Shape().texts("channels", words(preferences.channels()));
        List<Value.Fields> byHour = preferences.byHour().stream()
                .map(part -> hours(part.hours())
                        .texts("channels", words(part.channels()))
                        .build())
                .toList();
        shape.with("channelsByHour", byHour);
        preferences
                .quietHours()
                .ifPresent(hours -> shape.with("quietHours", hours(hours).build()));
        if (!preferences.equals(Preferences.NONE)) shape.with("at", preferences.at());
        return shape.build();
    }

    private static Shape hours(HoursOfDay hours) {
        return new Shape()
                .with("from", hours.from().toString())
                .with("to", hours.to().toString());
    }

    private static List<String> words(List<Channel> channels) {
        return channels.stream().map(Channel::word).toList();
    }
}
