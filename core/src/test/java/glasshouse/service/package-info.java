/// Claims about `glasshouse.service`.
@NullMarked
package glasshouse.service;

import org.jspecify.annotations.NullMarked;
