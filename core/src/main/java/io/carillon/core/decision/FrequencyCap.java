package io.carillon.core.decision;

import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.TopicId;
import java.time.Duration;
import java.util.Optional;

/**
 * How many messages one person gets at most in any stretch of time of a length: a sliding window, over all channels
 * unless one is named.
 *
 * @param purpose counts and withholds messages of this legal class only
 * @param channel only those on this channel
 * @param topic only those of this topic
 * @param max from 1 to {@value #MAX_MAX}
 * @param within the length of the window, at most {@link #WITHIN_MAX}: a message counts while it is younger
 */
public record FrequencyCap(
        Purpose purpose, Optional<Channel> channel, Optional<TopicId> topic, int max, Duration within) {
    /** So many are remembered of each kind. */
    public static final int MAX_MAX = 100;

    /** So long they are remembered. */
    public static final Duration WITHIN_MAX = Duration.ofDays(366);

    public boolean covers(Purpose itsPurpose, Optional<TopicId> itsTopic, Channel itsChannel) {
        return purpose == itsPurpose
                && (channel.isEmpty() || channel.get() == itsChannel)
                && (topic.isEmpty() || topic.equals(itsTopic));
    }

    public boolean covers(Dispatch dispatch) {
        return covers(dispatch.purpose(), dispatch.topic(), dispatch.channel());
    }

    /** {@code at most 3 marketing messages within 7d}, and of what topic or channel. */
    public String text() {
        return "at most %d %s messages%s%s within %s"
                .formatted(
                        max,
                        purpose.word(),
                        channel.map(it -> " by " + it.word()).orElse(""),
                        topic.map(it -> " of topic " + it.text()).orElse(""),
                        shown(within));
    }

    private static String shown(Duration duration) {
        if (duration.toDaysPart() > 0 && duration.equals(Duration.ofDays(duration.toDays()))) {
            return duration.toDays() + "d";
        }
        if (duration.equals(Duration.ofHours(duration.toHours()))) return duration.toHours() + "h";
        return duration.equals(Duration.ofMinutes(duration.toMinutes()))
                ? duration.toMinutes() + "m"
                : duration.toMillis() + "ms";
    }
}
