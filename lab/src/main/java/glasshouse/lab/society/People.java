package glasshouse.lab.society;

import glasshouse.lab.scene.Scene;
import java.util.List;

/// What changes about everybody, in columns: the state of a society.
///
/// What others see of a person (score, sign) is as of the last close; only [#show] changes it, once
/// nobody reads it any more in a step ([Drafts]). So a step's outcome does not depend on the order
/// in which people are visited, nor on threads.
///
/// Bytes a person: [#bytesPerPerson], two for each list with notice or expiry, and a compact
/// account beside. Life, loan and arrears share two bytes, and so do score and sign where a scheme
/// publishes at most [#MOST_SHARED] different scores.
public final class People {
    /// Bits of [#life].
    static final int EMPLOYED = 1;

    static final int MORTGAGE = 2;
    static final int CARD = 4;
    static final int MEMBER = 8;

    /// Bits of a sign: what others notice.
    static final int PRAISED = 1;

    static final int CRITICISED = 2;

    /// Lost points for what was said.
    static final int PUNISHED = 4;

    /// In debt, and in no good mood.
    static final int NEEDY = 8;

    /// Was just refused something, and shows it.
    static final int UPSET = 16;

    /// Euros in one step of savings and welfare.
    static final int EUROS = 10;

    private static final int SIGN_BITS = 5;
    private static final int SIGN = (1 << SIGN_BITS) - 1;
    private static final int MOST_SHARED = 1 << (16 - SIGN_BITS);
    private static final int LIFE = 0xF;
    private static final int LOAN_AT = 4;
    private static final int LOAN = 0x7F;
    private static final int ARREARS_AT = 11;
    private static final int ARREARS = 0x1F;

    final short[] savings;
    final byte[] fear;
    final byte[] lists;

    /// Living ties, a bit a slot.
    final short[] ties;

    /// What the scheme brought and took lately, in tens of euros; it fades.
    final short[] welfare;

    /// From the lowest bit: life 4, months of a loan 7, months of arrears 5.
    private final short[] household;

    /// The score, or the score above the sign.
    private final short[] score;

    /// The sign, where it has no room beside the score; else empty.
    private final byte[] sign;

    /// `scores`: how many different ones are published.
    People(int people, int scores) {
        savings = new short[people];
        household = new short[people];
        fear = new byte[people];
        lists = new byte[people];
        ties = new short[people];
        welfare = new short[people];
        score = new short[people];
        sign = new byte[scores <= MOST_SHARED ? 0 : people];
    }

    /// How many there are.
    public int count() {
        return savings.length;
    }

    /// The published score at the last close, in steps above the floor.
    public int score(int person) {
        int both = score[person] & 0xFFFF;
        return sign.length == 0 ? both >> SIGN_BITS : both;
    }

    /// Savings in tens of euros.
    public short savingsTens(int person) {
        return savings[person];
    }

    /// Bits: 1 employed, 2 with a mortgage, 4 with a card, 8 scored.
    public byte life(int person) {
        return (byte) (household[person] & LIFE);
    }

    /// Lists as bits, in the order of the scheme.
    public byte lists(int person) {
        return lists[person];
    }

    int sign(int person) {
        return sign.length == 0 ? score[person] & SIGN : sign[person];
    }

    /// Lets others see a score and a sign from now on.
    void show(int person, int steps, int signs) {
        if (sign.length == 0) {
            score[person] = (short) ((steps << SIGN_BITS) | signs);
        } else {
            score[person] = (short) steps;
            sign[person] = (byte) signs;
        }
    }

    boolean is(int person, int bit) {
        return (household[person] & bit) != 0;
    }

    void set(int person, int bit, boolean on) {
        household[person] = (short) (on ? household[person] | bit : household[person] & ~bit);
    }

    /// Months that a loan still runs, at most 120.
    int loanMonths(int person) {
        return household[person] >> LOAN_AT & LOAN;
    }

    void owe(int person, int months) {
        household[person] =
                (short) ((household[person] & ~(LOAN << LOAN_AT)) | (months << LOAN_AT));
    }

    /// Months behind, at most 24.
    int arrears(int person) {
        return household[person] >> ARREARS_AT & ARREARS;
    }

    void behind(int person, int months) {
        household[person] =
                (short) ((household[person] & ~(ARREARS << ARREARS_AT)) | (months << ARREARS_AT));
    }

    /// Bytes that a person takes in the columns.
    int bytesPerPerson() {
        return 5 * Short.BYTES + 2 * Byte.BYTES + (sign.length == 0 ? 0 : Byte.BYTES);
    }

    /// Everything that a checkpoint must hold, in a fixed order; a step has just ended.
    List<Object> columns() {
        return List.of(savings, household, fear, lists, ties, welfare, score, sign);
    }

    /// Scenes that hold everybody.
    int scenes() {
        return (count() + Scene.SIZE - 1) / Scene.SIZE;
    }
}
