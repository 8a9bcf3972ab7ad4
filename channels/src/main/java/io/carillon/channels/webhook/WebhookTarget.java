package io.carillon.channels.webhook;

/**
 * Somebody who is told facts.
 *
 * @param parallel how many calls may be under way at once, at least 1
 */
public record WebhookTarget(WebhookReceiver receiver, int parallel) {
    public static final int PARALLEL_DEFAULT = 8;
}
