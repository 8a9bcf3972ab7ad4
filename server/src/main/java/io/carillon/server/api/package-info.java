/**
 * The management API under {@code /api}: who may call it, how lists are paged, how bodies are read.
 *
 * <p>Start at {@link io.carillon.server.api.Api}. A handler parses, calls one function and formats; it decides nothing.
 * Lists are {@code {"items": […], "next": cursor}}, errors {@code {"error": {"code", "message"}}}.
 */
@NullMarked
package io.carillon.server.api;

import org.jspecify.annotations.NullMarked;
