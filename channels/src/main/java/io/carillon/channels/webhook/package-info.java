/**
 * Calls by webhook, as Standard Webhooks has them: a signed POST of JSON to an address of the company's choice.
 *
 * <p>Start at {@link io.carillon.channels.webhook.WebhookProvider}, or at {@link
 * io.carillon.channels.webhook.WebhookCaller} for the call itself. Connects only to the address that was checked, follows
 * no redirect, and never calls into the own network unless the definition names the range.
 */
@NullMarked
package io.carillon.channels.webhook;

import org.jspecify.annotations.NullMarked;
