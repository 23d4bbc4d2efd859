/// Services: how scores become decisions, with reasons and what would change them; and the lists.
@NullMarked
package glasshouse.service;

import org.jspecify.annotations.NullMarked;
