@NullMarked
package glasshouse.lab.society;

import org.jspecify.annotations.NullMarked;
