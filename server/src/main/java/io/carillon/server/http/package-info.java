/**
 * The HTTP server as the rest of {@code server} sees it: requests with bounded bodies in, answers out.
 *
 * <p>Start at {@link io.carillon.server.http.HttpServer} and {@link io.carillon.server.http.Routes}. A handler is a
 * function from {@link io.carillon.server.http.Request} to {@link io.carillon.server.http.Answer}; it may block, since
 * each request has a virtual thread of its own. The library underneath shows nowhere else.
 */
@NullMarked
package io.carillon.server.http;

import org.jspecify.annotations.NullMarked;
