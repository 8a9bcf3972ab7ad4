package io.carillon.testkit.smtp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a sink took, within bounds. Thread-safe. */
final class ReceivedMails {
    private static final int SHOWN_MAX = 1_000;

    private final SmtpSink.Settings settings;
    private final Deque<ReceivedMail> latest = new ArrayDeque<>();
    private final Map<String, Integer> timesTaken = new HashMap<>();
    private long count;

    ReceivedMails(SmtpSink.Settings settings) {
        this.settings = settings;
    }

    synchronized void add(ReceivedMail mail) {
        count++;
        if (timesTaken.size() < settings.idsKept() || timesTaken.containsKey(mail.messageId())) {
            timesTaken.merge(mail.messageId(), 1, Integer::sum);
        }
        if (settings.mailsKept() > 0) {
            if (latest.size() == settings.mailsKept()) latest.removeFirst();
            latest.addLast(mail);
        }
        notifyAll();
    }

    synchronized long count() {
        return count;
    }

    synchronized int timesTaken(String messageId) {
        return timesTaken.getOrDefault(messageId, 0);
    }

    synchronized List<String> takenMoreThanOnce() {
        return timesTaken.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .limit(SHOWN_MAX)
                .toList();
    }

    synchronized List<ReceivedMail> kept() {
        return List.copyOf(latest);
    }

    synchronized boolean awaitCount(long atLeast, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        try {
            while (count < atLeast) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) return false;
                wait(left);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
