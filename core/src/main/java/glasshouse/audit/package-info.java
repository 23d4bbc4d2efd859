/// An audit: questions put to a scheme before anybody lives under it.
@NullMarked
package glasshouse.audit;

import org.jspecify.annotations.NullMarked;
