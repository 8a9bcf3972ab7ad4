/**
 * Drafts a tracking plan from what was seen.
 *
 * <p>Start at {@link io.carillon.server.plan.PlanDraft}, which adds events up and writes them down as a plan; {@link
 * io.carillon.server.plan.EventSamples} remembers a few of the latest of a running server. A draft is a beginning for its
 * author: it never publishes anything.
 */
@NullMarked
package io.carillon.server.plan;

import org.jspecify.annotations.NullMarked;
