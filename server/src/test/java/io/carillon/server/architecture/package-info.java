/** Which modules may use which, and that the server's packages form no circle. */
@NullMarked
package io.carillon.server.architecture;

import org.jspecify.annotations.NullMarked;
