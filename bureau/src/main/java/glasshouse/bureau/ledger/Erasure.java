package glasshouse.bureau.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/// Destroys what another part of the bureau keeps about a person, in the transaction that erases
/// them.
@FunctionalInterface
public interface Erasure {
    void erase(Connection connection, long person) throws SQLException;
}
