/// What each page shows, and the words it is shown in. Templates turn these into HTML.
@NullMarked
package glasshouse.city.page;

import org.jspecify.annotations.NullMarked;
