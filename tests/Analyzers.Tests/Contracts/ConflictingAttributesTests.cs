using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0012.</summary>
public sealed class ConflictingAttributesTests
{
    [Theory]
    [InlineData("[Prompt(\"a\"), Generation(Thinking = ThinkingLevel.Low, {|GG0012:ThinkingBudget = 100|})] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"{a}\")] Task<string> AskAsync([{|GG0012:NotInPrompt|}] string a);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync([{|GG0012:NotInPrompt|}] CancellationToken token);")]
    [InlineData("[{|GG0012:Prompt(\"a\")|}] Task<string> AskAsync() => Task.FromResult(\"\");")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync([{|GG0012:Untrusted|}] CancellationToken token);")]
    [InlineData("[Prompt(\"{a}\")] Task<string> AskAsync(string a, [{|GG0012:Untrusted|}] Conversation b);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync([{|GG0012:Untrusted|}, NotInPrompt] string a);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync([{|GG0012:ConversationKey|}] Conversation a);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync([{|GG0012:ConversationKey|}] CancellationToken a);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync([ConversationKey, {|GG0012:NotInPrompt|}] string a);")]
    [InlineData("[Prompt(\"a\"), {|GG0012:Model(\" \")|}] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"{a}\")] Task<string> AskAsync(string a, [{|GG0012:NotInPrompt|}] PromptOptions b);")]
    [InlineData("[Prompt(\"a\"), Safety(HarmCategory.Harassment, HarmBlockThreshold.Off), {|GG0012:Safety(HarmCategory.Harassment, HarmBlockThreshold.BlockNone)|}] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), {|GG0012:Example(User = \"a\")|}] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), {|GG0012:Example(Model = \"a\", User = \" \")|}] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), {|GG0012:Example|}, Example(User = \"a\", Model = \"{a}\")] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), {|GG0012:Example(User = \"a\", Model = \"five\")|}, Example(User = \"a\", Model = \"5\")] Task<int> AskAsync();")]
    [InlineData("[{|GG0012:Example(User = \"a\", Model = \"b\")|}] Task<string> AskAsync() => Task.FromResult(\"\");")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync(ToolApproval? {|GG0012:approval|} = null);")]
    [InlineData("[Prompt(\"a\"), Tools] Task<string> AskAsync(ToolApproval {|GG0012:approval|});")]
    [InlineData("[Prompt(\"a\"), {|GG0012:Repair|}] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), {|GG0012:Repair(MaxAttempts = 3)|}] Task<PromptResult<string>> AskAsync();")]
    [InlineData("[Prompt(\"a\"), {|GG0012:Repair|}] IAsyncEnumerable<int> AskAsync();")]
    [InlineData("[Prompt(\"a\"), {|GG0012:Include(Thoughts = true)|}] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), {|GG0012:Include(RawResponse = true)|}] Task<int> AskAsync();")]
    [InlineData("[Prompt(\"a\"), {|GG0012:Include(RawResponse = true)|}] IAsyncEnumerable<int> AskAsync();")]
    [InlineData("[Embed] Task<float[]> AskAsync([{|GG0012:Untrusted|}] string a);")]
    [InlineData("[Embed] Task<float[]> AskAsync([{|GG0012:NotInPrompt|}] string a);")]
    public Task Triggers(string member) => ContractVerifier.VerifyMembersAsync(member);

    [Theory]
    [InlineData("5", "Card")]
    [InlineData("{\\\"a\\\":\\\"str\\\"}", "Card")]
    [InlineData("{\\\"a\\\":1,\\\"zz\\\":1}", "Card")]
    [InlineData("{}", "Card")]
    [InlineData("{\\\"a\\\":1.5}", "Card")]
    [InlineData("{\\\"a\\\":1,\\\"kind\\\":\\\"C\\\"}", "Card")]
    [InlineData("{\\\"a\\\":null}", "Card")]
    [InlineData("[{\\\"a\\\":1},2]", "List<Card>")]
    [InlineData("null", "Card")]
    [InlineData("{\\\"$type\\\":\\\"y\\\"}", "Shape")]
    public Task Triggers_on_examples_that_do_not_fit(string example, string answer)
        => VerifyExampleAsync("{|GG0012:Example(User = \"a\", Model = \"" + example + "\")|}", "Task<" + answer + ">");

    [Theory]
    [InlineData("{\\\"a\\\":1}", "Task<Card>")]
    [InlineData("{\\\"kind\\\":\\\"A\\\",\\\"a\\\":1e2,\\\"tags\\\":{\\\"b\\\":[\\\"A\\\"]}}", "Task<Card>")]
    [InlineData("null", "Task<Card?>")]
    [InlineData("[{\\\"a\\\":1}]", "IAsyncEnumerable<Card>")]
    [InlineData("{\\\"$type\\\":\\\"x\\\",\\\"b\\\":true}", "Task<Shape>")]
    public Task Does_not_trigger_on_examples_that_fit(string example, string answer)
        => VerifyExampleAsync("Example(User = \"a\", Model = \"" + example + "\")", answer);

    private static Task VerifyExampleAsync(string example, string answer)
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a\"), " + example + "] " + answer + " AskAsync();",
            """
            public enum Kind { A, B }
            public sealed record Card(int A, Kind? Kind = null, Dictionary<string, Kind[]>? Tags = null);
            [JsonDerivedType(typeof(Round), "x")] public abstract record Shape;
            public sealed record Round(bool B) : Shape;
            """);

    [Theory]
    [InlineData("public enum Card { [{|GG0012:System.Runtime.Serialization.EnumMember(Value = \"first\")|}] First }")]
    [InlineData("public enum Card { [{|GG0012:System.Runtime.Serialization.EnumMember(Value = \"a\")|}, JsonStringEnumMemberName(\"b\")] First }")]
    [InlineData("public enum Card { [System.Runtime.Serialization.EnumMember(Value = \"a\"), JsonStringEnumMemberName(\"a\")] First, [System.Runtime.Serialization.EnumMember] Second }")]
    public Task Triggers_on_names_of_other_serializers(string types) => ContractVerifier.VerifyAnswerAsync("Task<Card>", types);

    [Theory]
    [InlineData("public sealed record Card([{|GG0012:EmailAddress|}] string Mail);")]
    [InlineData("public sealed record Card([{|GG0012:Range(1, 5)|}] string Name);")]
    [InlineData("public sealed record Card([{|GG0012:Range(typeof(int), \"a\", \"b\")|}] int Count);")]
    [InlineData("public sealed record Card([{|GG0012:MaxLength(5)|}] int Count);")]
    [InlineData("public sealed record Card([{|GG0012:StringLength(5)|}] List<string> Names);")]
    [InlineData("public sealed record Card([{|GG0012:RegularExpression(\"a\")|}] List<string> Names);")]
    [InlineData("public sealed record Card([{|GG0012:Range(1, 5)|}] List<int> Counts);")]
    [InlineData("public sealed record Card([{|GG0012:AllowedValues(\"a\")|}] string[] Names);")]
    [InlineData("public sealed record Card([{|GG0012:Range(typeof(DateTime), \"2026-01-01\", \"2026-12-31\")|}] DateTime Day, [{|GG0012:Range(typeof(DateOnly), \"2026-01-01\", \"2026-12-31\")|}] DateOnly? Other);")]
    [InlineData("public sealed record Card([{|GG0012:AllowedValues(1, \"a\")|}] string Name);")]
    [InlineData("public sealed record Card([{|GG0012:AllowedValues(true)|}] bool Flag);")]
    [InlineData("public sealed record Card([{|GG0012:MaxLength|}] string Name);")]
    [InlineData("public sealed record Card([{|GG0012:MaxLength(-1)|}] string Name);")]
    [InlineData("[{|GG0012:CustomValidation(typeof(Card), \"Check\")|}] public sealed record Card(string Name) { public static ValidationResult? Check(Card card) => null; }")]
    [InlineData("public sealed record {|GG0012:Card|}(string Name) : IValidatableObject { public IEnumerable<ValidationResult> Validate(ValidationContext context) => []; }")]
    [InlineData("[{|GG0012:JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)|}] public sealed record Card(int Count);")]
    [InlineData("public sealed record Card([property: {|GG0012:JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)|}] int Count);")]
    [InlineData("public sealed class Card { public int Count { get; set; } [{|GG0012:JsonExtensionData|}] public Dictionary<string, object>? More { get; set; } }")]
    [InlineData("public sealed class Mine : ValidationAttribute { } public sealed record Card([property: {|GG0012:Mine|}] string Name);")]
    [InlineData("public sealed class Card { [{|GG0012:Range(1, 2)|}] public int Count { private get; set; } public int Id { get; set; } }")]
    public Task Triggers_on_annotations_that_nobody_checks(string types) => ContractVerifier.VerifyAnswerAsync("Task<Card>", types);

    [Theory]
    [InlineData("[{|#0:Range(1, 5)|}] List<int> Counts", "Range", "Counts", "it is meant for the elements, which are checked when they are objects; make a record of the element, with the annotation on its member")]
    [InlineData("[{|#0:Range(typeof(DateTime), \"a\", \"b\")|}] DateTime Day", "Range", "Day", "answers are checked for ranges of numbers only; tell the model the bounds in a [Description], and check the value where it is used")]
    public Task Says_what_an_annotation_is_meant_for(string member, string attribute, string name, string cure)
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a\")] Task<Card> ReadAsync();",
            "public sealed record Card(" + member + ");",
            new DiagnosticResult("GG0012", DiagnosticSeverity.Warning).WithLocation(0).WithMessage($"[{attribute}] of 'Card.{name}' has no effect: {cure}"));

    [Theory]
    [InlineData("public sealed record Card([Range(1, 5)] int? A, [Range(0.5, 5)] decimal B, [Range(typeof(long), \"1\", \"9\")] long C, [Range(0, 1)] byte D);")]
    [InlineData("public sealed record Card([property: MaxLength(5)] string A, [Length(1, 3)] List<int> B, [MinLength(1)] Dictionary<string, int> C, [StringLength(5)] string? D);")]
    [InlineData("public sealed record Card([AllowedValues(0, 255)] byte A, [AllowedValues(\"a\", null)] string? B, [AllowedValues(DayOfWeek.Friday)] DayOfWeek C, [Required] string? D);")]
    [InlineData("[JsonNumberHandling(JsonNumberHandling.Strict), JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public sealed record Card(int Count);")]
    public Task Does_not_trigger_on_annotations_that_are_checked(string types) => ContractVerifier.VerifyAnswerAsync("Task<Card>", types);

    [Theory]
    [InlineData("{|GG0012:MaxLength(5)|}", "int")]
    [InlineData("{|GG0012:MaxLength|}", "string")]
    [InlineData("{|GG0012:MaxLength(5)|}", "DateTime?")]
    [InlineData("{|GG0012:StringLength(5)|}", "List<string>")]
    [InlineData("{|GG0012:Length(1, 5)|}", "IEnumerable<string>")]
    [InlineData("{|GG0012:RegularExpression(\"a\")|}", "int")]
    [InlineData("{|GG0012:Range(1, 5)|}", "string")]
    [InlineData("{|GG0012:Range(typeof(DateTime), \"2026-01-01\", \"2026-12-31\")|}", "DateTime")]
    [InlineData("{|GG0012:AllowedValues(1)|}", "string")]
    [InlineData("{|GG0012:Required|}", "int")]
    [InlineData("{|GG0012:EmailAddress|}", "string")]
    [InlineData("{|GG0012:Range(5, 1)|}", "int")]
    [InlineData("{|GG0012:Range(300, 400)|}", "byte")]
    [InlineData("{|GG0012:Length(5, 2)|}", "string")]
    [InlineData("MinLength(5), {|GG0012:MaxLength(2)|}", "string")]
    [InlineData("{|GG0012:MinLength(-1)|}", "int[]")]
    [InlineData("{|GG0012:RegularExpression(\"(\")|}", "string")]
    public async Task Triggers_on_annotations_of_parameters_that_nobody_checks_or_no_value_keeps(string annotation, string type)
    {
        string template = type is "List<string>" or "IEnumerable<string>" or "int[]" ? "{#each a as b}{b}{/each}" : "{a}";
        await ContractVerifier.VerifyMembersAsync($"[Prompt(\"{template}\")] Task<string> AskAsync([{annotation}] {type} a);");
    }

    [Fact]
    public Task Triggers_on_annotations_of_call_parameters_and_of_texts_to_embed()
        => ContractVerifier.VerifyMembersAsync("""
            [Prompt("a")] Task<string> AskAsync([{|GG0012:Range(1, 2)|}] CancellationToken token);
            [Embed] Task<float[]> EmbedAsync([{|GG0012:Range(1, 2)|}] string text);
            """);

    [Theory]
    [InlineData("MaxLength(5)", "string")]
    [InlineData("StringLength(5), Required", "string?")]
    [InlineData("Length(1, 5)", "IReadOnlyList<string>")]
    [InlineData("Length(1, 5)", "HashSet<string>")]
    [InlineData("MinLength(1)", "System.Collections.Immutable.ImmutableArray<string>")]
    [InlineData("Range(1, 5)", "int?")]
    [InlineData("Range(0.5, 1)", "decimal")]
    [InlineData("AllowedValues(DayOfWeek.Friday)", "DayOfWeek")]
    [InlineData("Required", "Uri?")]
    [InlineData("RegularExpression(\"a\")", "string")]
    [InlineData("Description(\"a\")", "int")]
    public async Task Does_not_trigger_on_annotations_of_parameters_that_are_checked(string annotation, string type)
    {
        string template = type.EndsWith('>') ? "{#each a as b}{b}{/each}" : "{a}";
        await ContractVerifier.VerifyMembersAsync($"[Prompt(\"{template}\")] Task<string> AskAsync([{annotation}] {type} a);");
    }

    [Theory]
    [InlineData("{|#0:MaxLength(5)|}", "int", "MaxLength", "arguments are not checked for it; use an annotation that fits the type, such as [Range], [StringLength], [RegularExpression] or [AllowedValues], or check the value before the call")]
    [InlineData("{|#0:Range(5, 1)|}", "int", "Range", "no 'int' is at least 5 and at most 1; correct its [Range]")]
    [InlineData("{|#0:Required|}", "int", "Required", "'int' is always there; remove it")]
    [InlineData("{|#0:MaxLength|}", "string", "MaxLength", "it sets no length; give it one, or remove it")]
    public Task Says_what_is_wrong_with_an_annotation_of_a_parameter(string annotation, string type, string attribute, string cure)
        => ContractVerifier.VerifyMembersAsync(
            $"[Prompt(\"{{a}}\")] Task<string> AskAsync([{annotation}] {type} a);",
            "",
            new DiagnosticResult("GG0012", DiagnosticSeverity.Warning).WithLocation(0).WithMessage($"[{attribute}] of 'IDesk.AskAsync(a)' has no effect: {cure}"));

    [Fact]
    public Task Says_how_a_sequence_is_counted()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"{#each a as b}{b}{/each}\")] Task<string> AskAsync([{|#0:MaxLength(5)|}] IEnumerable<string> a);",
            "",
            new DiagnosticResult("GG0012", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
                "[MaxLength] of 'IDesk.AskAsync(a)' has no effect: counting would run through it before the prompt does; take an 'IReadOnlyCollection<string>'"));

    [Theory]
    [InlineData("{|GG0012:EmailAddress|}", "string")]
    [InlineData("{|GG0012:MaxLength(5)|}", "int")]
    [InlineData("{|GG0012:Range(1, 5)|}", "List<int>")]
    public Task Triggers_on_annotations_of_arguments_of_functions_that_nobody_checks(string annotation, string type)
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a\"), Tools(typeof(ITools))] Task<string> AskAsync();",
            "public interface ITools { [Tool(\"b\")] int Count([" + annotation + "] " + type + " value, [Range(1, 5), Description(\"c\")] int number); }");

    [Fact]
    public Task Triggers_on_arguments_of_functions()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a\"), Tools(typeof(ITools))] Task<string> AskAsync();",
            "public interface ITools { [Tool(\"b\")] int Count([{|GG0012:Untrusted|}] string text); }");

    [Theory]
    [InlineData("[Prompt(\"a\"), Repair(MaxAttempts = 3)] Task<int> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Repair, Include(Thoughts = true, RawResponse = true)] Task<PromptResult<int>> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Include(Thoughts = true, RawResponse = true)] Task<PromptResult<string>> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Include(Thoughts = true, RawResponse = true)] PromptStream<int> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Include] Task<string> AskAsync();")]
    public Task Does_not_trigger_where_the_return_type_has_a_use_for_it(string member) => ContractVerifier.VerifyMembersAsync(member);

    [Fact]
    public Task Does_not_trigger_on_a_contract_of_which_some_methods_have_no_use()
        => ContractVerifier.VerifyAsync(
            """
            [GeminiPrompts, Repair, Include(Thoughts = true)]
            public partial interface IDesk { [Prompt("a")] Task<string> AskAsync(); [Prompt("b")] IAsyncEnumerable<int> TellAsync(); }
            """);

    [Fact]
    public Task Triggers_once_on_the_contract()
        => ContractVerifier.VerifyAsync(
            """
            [GeminiPrompts, Generation(Thinking = ThinkingLevel.Low, {|GG0012:ThinkingBudget = 100|})]
            public interface IDesk { [Prompt("a")] Task<string> AskAsync(); [Prompt("b")] Task<string> TellAsync(); }
            """);

    [Fact]
    public Task Does_not_trigger_where_a_method_overrides_the_contract()
        => ContractVerifier.VerifyAsync(
            """
            [GeminiPrompts, Generation(Thinking = ThinkingLevel.Low)]
            public interface IDesk { [Prompt("a"), Generation(ThinkingBudget = 100)] Task<string> AskAsync([NotInPrompt] string tag); }
            """);
}
