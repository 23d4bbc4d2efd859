package glasshouse.lab.society;

import glasshouse.lab.scene.Scene;
import java.util.List;

/// What changes about everybody, in columns: the state of a society.
///
/// What others see of a person (score, sign) is kept twice: as of the last close, which everybody
/// reads, and of this one, which only the person's own step writes. So a step's outcome does not
/// depend on the order in which people are visited, nor on threads. [#turn] swaps the two.
///
/// Bytes a person: [#BYTES], two for each list with notice or expiry, and a compact account beside.
public final class People {
    /// Bytes of a person in the columns below.
    static final int BYTES = 17;

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

    static final int LISTED = 8;

    /// In debt, and in no good mood.
    static final int NEEDY = 16;

    /// Was just refused something, and shows it.
    static final int UPSET = 32;

    /// Euros in one step of savings and welfare.
    static final int EUROS = 10;

    final short[] savings;
    final byte[] arrears;
    final byte[] loanMonths;
    final byte[] life;
    final byte[] fear;
    final byte[] lists;

    /// Living ties, a bit a slot.
    final short[] ties;

    /// What the scheme brought and took lately, in tens of euros; it fades.
    final short[] welfare;

    private short[] score;
    private short[] nextScore;
    private byte[] sign;
    private byte[] nextSign;

    People(int people) {
        savings = new short[people];
        arrears = new byte[people];
        loanMonths = new byte[people];
        life = new byte[people];
        fear = new byte[people];
        lists = new byte[people];
        ties = new short[people];
        welfare = new short[people];
        score = new short[people];
        nextScore = new short[people];
        sign = new byte[people];
        nextSign = new byte[people];
    }

    /// How many there are.
    public int count() {
        return savings.length;
    }

    /// The published score at the last close, in steps above the floor.
    public int score(int person) {
        return score[person] & 0xFFFF;
    }

    /// Savings in tens of euros.
    public short savingsTens(int person) {
        return savings[person];
    }

    /// Bits: 1 employed, 2 with a mortgage, 4 with a card, 8 scored.
    public byte life(int person) {
        return life[person];
    }

    /// Lists as bits, in the order of the scheme.
    public byte lists(int person) {
        return lists[person];
    }

    int sign(int person) {
        return sign[person];
    }

    void publish(int person, int steps, int signs) {
        nextScore[person] = (short) steps;
        nextSign[person] = (byte) (savings[person] < 0 ? signs | NEEDY : signs);
    }

    /// The score that is about to be published.
    public int nextScore(int person) {
        return nextScore[person] & 0xFFFF;
    }

    short[] scores() {
        return score;
    }

    byte[] signs() {
        return sign;
    }

    /// Lets a close become the last one.
    void turn() {
        short[] oldScore = score;
        score = nextScore;
        nextScore = oldScore;
        byte[] oldSign = sign;
        sign = nextSign;
        nextSign = oldSign;
    }

    boolean is(int person, int bit) {
        return (life[person] & bit) != 0;
    }

    void set(int person, int bit, boolean on) {
        life[person] = (byte) (on ? life[person] | bit : life[person] & ~bit);
    }

    /// Everything that a checkpoint must hold, in a fixed order; [#turn] has just been called.
    List<Object> columns() {
        return List.of(savings, arrears, loanMonths, life, fear, lists, ties, welfare, score, sign);
    }

    /// Scenes that hold everybody.
    int scenes() {
        return (count() + Scene.SIZE - 1) / Scene.SIZE;
    }
}
