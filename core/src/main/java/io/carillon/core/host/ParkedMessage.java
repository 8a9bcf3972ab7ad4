package io.carillon.core.host;

import java.time.Instant;

/**
 * A message whose handler failed, kept until somebody re-drives or dismisses it.
 *
 * @param message short, for people: its type, no personal data
 * @param cause of the failure
 */
public record ParkedMessage(ParkId id, Address entity, String message, String cause, Instant at) {}
