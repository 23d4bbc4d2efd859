package glasshouse.bench.society;

import glasshouse.lab.population.Traits;
import glasshouse.lab.scene.Deed;
import org.jspecify.annotations.Nullable;

/// One person: who they are, what they have, what they show, and whom they know.
final class Citizen implements Schedule.Steppable {
    private final ObjectSociety society;

    // Who they are.
    final int group;
    final float income;
    final float volatility;
    final float diligence;
    final float sociability;
    final float outspokenness;
    final float opinion;
    final float conformity;
    final float civic;
    final float imports;
    final float honesty;
    final int due;

    // What they have.
    final Account account;
    final @Nullable Tie[] ties;
    float savings;
    float welfare;
    float fear;
    int arrears;
    int loanMonths;
    int lists;
    boolean employed;
    boolean mortgage;
    boolean card;

    // What others have seen of them since the last close.
    int score;
    boolean praised;
    boolean criticised;
    boolean punished;

    // What they will see at the next.
    private int nextScore;
    boolean praises;
    boolean criticises;
    boolean loses;

    // This week: what the scheme brought them in all and in money, what they saw of contacts.
    float gain;
    float money;
    int known;
    int praising;
    int critics;
    int losing;
    int scores;

    Citizen(ObjectSociety society, Traits traits, int place, int slots) {
        this.society = society;
        group = traits.group[place];
        income = traits.income[place];
        volatility = traits.volatility[place];
        diligence = traits.diligence[place];
        sociability = traits.sociability[place];
        outspokenness = traits.outspokenness[place];
        opinion = traits.opinion[place];
        conformity = traits.conformity[place];
        civic = traits.civic[place];
        imports = traits.imports[place];
        honesty = traits.honesty[place];
        due = society.random().nextInt(society.today().ordinals());
        account = new Account(society.rules());
        ties = new @Nullable Tie[slots];
        score = society.initialScore();
    }

    /// A week.
    @Override
    public void step() {
        gain = 0;
        money = 0;
        praises = false;
        criticises = false;
        loses = false;
        account.open(society.today());
        look();
        for (Behaviour behaviour : society.behaviours()) {
            behaviour.act(this);
        }
        close();
    }

    /// Shows what was settled in the week.
    void publish() {
        score = nextScore;
        praised = praises;
        criticised = criticises;
        punished = loses;
    }

    private void look() {
        known = 0;
        praising = 0;
        critics = 0;
        losing = 0;
        scores = 0;
        for (Tie tie : ties) {
            if (tie != null && tie.alive) {
                Citizen contact = tie.contactOf(this);
                known++;
                scores += contact.score;
                praising += contact.praised ? 1 : 0;
                critics += contact.criticised ? 1 : 0;
                losing += contact.punished ? 1 : 0;
            }
        }
    }

    void report(Deed deed, int amount) {
        account.report(deed, amount);
    }

    /// What the scheme costs them (below zero: brings).
    void cost(float euros) {
        gain -= euros;
        money -= euros;
    }

    private void close() {
        ScoreRules rules = society.rules();
        float sum = account.sum();
        if (known > 0) {
            float mean = rules.floor + (float) scores / known;
            sum += Math.clamp(rules.pull * (mean - sum), -rules.mostPull, rules.mostPull);
        }
        float held = Math.clamp(sum, rules.floor, rules.ceiling);
        nextScore = Math.round(held - rules.floor);
        lists = society.lists().after(lists, nextScore, account);
        welfare = society.feeling().after(this);
        savings += money;
    }
}
