/** Lianji, a data-sharing hub for social assistance; each package below is a module. */
@NullMarked
package org.lianji;

import org.jspecify.annotations.NullMarked;
