/**
 * A year of a shop to look at: its customers, who use the tracking API like those of a real shop, a mail server that takes
 * what leaves, and a page that shows what happens in between. Start at {@link io.carillon.server.demo.Demo}, {@link
 * io.carillon.server.demo.retail.Script} and {@link io.carillon.server.demo.DemoPages}. Everything goes over HTTP and SMTP,
 * as it would outside; nothing here decides anything.
 */
@NullMarked
package io.carillon.server.demo;

import org.jspecify.annotations.NullMarked;
