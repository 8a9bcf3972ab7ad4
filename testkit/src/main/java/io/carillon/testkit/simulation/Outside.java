package io.carillon.testkit.simulation;

import io.carillon.core.host.Address;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Notice;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Who waits outside the host, and what they were told. All but the submissions is lost in a crash. */
final class Outside {
    private static final int SUBMISSIONS_MAX = 32;

    private final Deque<Submission> submissions = new ArrayDeque<>();
    private final SortedMap<Long, Consumer<Reply>> callers = new TreeMap<>();
    private final List<Answered> answers = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private Consumer<Notice> listener = _ -> {};
    private final SortedMap<Address, Integer> called = new TreeMap<>();

    Outside copy() {
        var copy = new Outside();
        copy.submissions.addAll(submissions);
        copy.callers.putAll(callers);
        copy.answers.addAll(answers);
        copy.notices.addAll(notices);
        copy.listener = listener;
        copy.called.putAll(called);
        return copy;
    }

    ReplyTo call(Submission submission, long run) {
        if (submissions.size() == SUBMISSIONS_MAX) submissions.remove();
        submissions.add(submission);
        int before = called.merge(submission.to(), 1, Integer::sum);
        long number = number(submission.to() + " " + before);
        callers.put(number, submission.answered());
        return new ReplyTo(run, number);
    }

    /** Does not depend on submissions to others, so that situations reached in different orders compare as equal. */
    private static long number(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) hash = (hash + text.charAt(i) + 1) * 0x9E3779B97F4A7C15L;
        return (hash ^ (hash >>> 29)) >>> 1 | 1;
    }

    void tell(List<Effect> effects, long run) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Answer(var to, var reply) && to.run() == run) {
                Optional.ofNullable(callers.remove(to.number())).ifPresent(caller -> {
                    answers.add(new Answered(to.number(), reply));
                    caller.accept(reply);
                });
            }
            if (effect instanceof Effect.Notify(var notice)) {
                notices.add(notice);
                listener.accept(notice);
            }
        }
    }

    void listen(Consumer<Notice> consumer) {
        listener = consumer;
    }

    void forget() {
        callers.clear();
        answers.clear();
        notices.clear();
        listener = _ -> {};
        called.clear();
    }

    List<Submission> submissions() {
        return List.copyOf(submissions);
    }

    SortedSet<Long> waiting() {
        return new TreeMap<>(callers).navigableKeySet();
    }

    List<Answered> answers() {
        return answers;
    }

    List<Notice> notices() {
        return notices;
    }
}
