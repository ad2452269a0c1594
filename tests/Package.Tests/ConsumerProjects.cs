namespace GeminiGen.Package.Tests;

/// <summary>The projects of <see cref="Consumers"/>.</summary>
internal static class ConsumerProjects
{
    /// <summary>The readme's first program in a project as <c>dotnet new console</c> makes it.</summary>
    public const string Readme = "Readme";

    /// <summary>The readme's program that shows the first warnings.</summary>
    public const string Faulty = "Faulty";

    /// <summary>A library with a contract of its own, whose internals its friend sees.</summary>
    public const string Library = "Library";

    /// <summary>A prompt file of <see cref="Library"/>, which no project file mentions.</summary>
    public const string PromptFile = "Prompts/Ask.prompt";

    /// <summary>Its text.</summary>
    public const string PromptFileText = "---\nconfig:\n  maxOutputTokens: 2000\n---\nAsk about {text}.\n";

    /// <summary>The friend of <see cref="Library"/>.</summary>
    public const string Friend = "Friend";

    /// <summary>A program on .NET 8 that brings its own runtime.</summary>
    public const string SelfContained = "SelfContained";

    /// <summary>A program on .NET 8 with the extensions, which bring the first package.</summary>
    public const string Extended = "Extended";

    /// <summary>A program with a finding of each severity; tests write files beside it.</summary>
    public const string Findings = "Findings";

    /// <summary>A library of two files that faults stand in, opened as a solution together with <see cref="Callers"/>.</summary>
    public const string Senders = "Senders";

    /// <summary>A program over <see cref="Senders"/> with a fault of its own.</summary>
    public const string Callers = "Callers";

    /// <summary>The solution of the two.</summary>
    public const string Solution = "Faults.slnx";

    /// <summary>A program with one fault that the command line repairs.</summary>
    public const string Formatted = "Formatted";

    private const string SendersSource = """
        using GeminiGen;

        namespace Senders;

        public static class Endpoint
        {
            public const string Url = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent";
        }

        [GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
        public partial interface IDesk
        {
            [Prompt("Say {text}")]
            Task<string> SayAsync(string text);

            [Prompt("Shout {text}")]
            Task<string> ShoutAsync(string text);
        }

        public sealed class Sender(HttpClient http)
        {
            // Once now, once later.
            public async Task SendAsync(HttpContent body, CancellationToken token)
            {
                await http.PostAsync(Endpoint.Url, body /* as it is */);
                await http.PostAsync(Endpoint.Url, body);
            }
        }
        """;

    private const string OtherSource = """
        using GeminiGen;

        namespace Senders;

        [GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
        public partial interface IOther
        {
            [Prompt("Say {text}")]
            Task<string> SayAsync(string text);
        }

        public sealed class Other(HttpClient http)
        {
            public Task SendAsync(HttpContent body, CancellationToken token) => http.PostAsync(Endpoint.Url, body);
        }
        """;

    private const string CallersSource = """
        using GeminiGen;
        using Senders;

        using var client = new GeminiClient(new GeminiOptions());
        Console.WriteLine(await new Desk(client).SayAsync("hello"));
        Console.WriteLine(await new Shop(client).BuyAsync("a ship"));

        [GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
        public partial interface IShop
        {
            [Prompt("Buy {text}")]
            Task<string> BuyAsync(string text);
        }

        public sealed class Caller(HttpClient http)
        {
            public Task SendAsync(HttpContent body, CancellationToken token) => http.PostAsync(Endpoint.Url, body);
        }
        """;

    private const string FormattedSource = """
        using var http = new HttpClient();
        using var stop = new CancellationTokenSource();
        await SendAsync(stop.Token);

        async Task SendAsync(CancellationToken token)
        {
            await http.PostAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", null);
        }
        """;

    private const string FindingsSource = """
        using GeminiGen;

        Console.WriteLine(nameof(IDesk));

        [GeminiPrompts(Model = "house-model")]
        internal partial interface IDesk
        {
            [Prompt("Say {text}")]
            [Retry(MaxAttempts = 1)]
            [Generation(MaxOutputTokens = 0)]
            Task<string> SayAsync(string text, CancellationToken cancellationToken = default);
        }
        """;

    private const string ExtendedSource = """
        using GeminiGen;
        using Microsoft.Extensions.AI;

        using var client = new GeminiClient(new GeminiOptions());
        ToolSet tools = new[] { AIFunctionFactory.Create((string word) => word.Length, "Count", "Counts letters") }.AsToolSet();
        RenderedPrompt prompt = await new Desk(client).RenderAskAsync("How long is it?", tools);
        Console.WriteLine($"given: {prompt.Json.Contains("\"Count\"", StringComparison.Ordinal)}");
        Console.WriteLine($"made: {await Set.Create().AsAIFunctions()[0].InvokeAsync(new AIFunctionArguments { ["left"] = 2, ["right"] = 3 })}");

        public static class Sums
        {
            [Tool("Adds")]
            public static int Add(int left, int right) => left + right;
        }

        [ToolSetOf(typeof(Sums))]
        public static partial class Set;

        [GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
        public partial interface IDesk
        {
            [Prompt("{question}")]
            Task<string> AskAsync(string question, ToolSet tools, CancellationToken cancellationToken = default);
        }
        """;

    private const string LibrarySource = """
        using GeminiGen;

        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Friend")]

        namespace Library;

        [GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
        internal partial interface IDesk
        {
            [Prompt("Summarise: {text}")]
            Task<Card> ReadAsync(string text, CancellationToken cancellationToken = default);

            [PromptFile("Prompts/Ask.prompt")]
            Task<string> AskAsync(string text, CancellationToken cancellationToken = default);
        }

        internal sealed record Card(string Title);
        """;

    private const string FriendSource = """
        using GeminiGen;

        _ = new Library.Desk(new GeminiClient(new GeminiOptions()));
        _ = new Friend.Desk(new GeminiClient(new GeminiOptions()));

        namespace Friend
        {
            [GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
            internal partial interface IDesk
            {
                [Prompt("Summarise: {text}")]
                Task<Library.Card> ReadAsync(string text, CancellationToken cancellationToken = default);
            }
        }
        """;

    private const string SelfContainedSource = """
        using GeminiGen;
        using Microsoft.Extensions.DependencyInjection;

        var services = new ServiceCollection();
        services.AddGeminiGen().AddDesk();
        using ServiceProvider provider = services.BuildServiceProvider();
        IDesk desk = provider.GetRequiredService<IDesk>();
        const string Text = "The harbour report of Mara Lindt from Bergen has twelve pages about ships and cranes.";

        Console.WriteLine($"runtime: {Environment.Version}");
        PromptResult<Card> result = await desk.DescribeAsync(Text);
        Console.WriteLine($"typed: {result.Value}, {result.Usage.TotalTokenCount > 0}");
        Console.WriteLine($"cost as the project says: {result.Cost == result.Usage.PromptTokenCount}");
        Console.WriteLine($"text: {(await desk.SummarizeAsync(Text)).Length > 0}");
        int pieces = 0;
        await foreach (string piece in desk.AnswerAsync(Text))
        {
            pieces++;
        }

        Console.WriteLine($"stream: {pieces > 0}");

        public enum Kind { Letter, Report }

        public sealed record Author(string Name, string? Town);

        public sealed record Card(string Title, Kind Kind, IReadOnlyList<string> Topics, int? Pages, Author Author);

        [GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
        public partial interface IDesk
        {
            [Prompt("Describe: {text}")]
            Task<PromptResult<Card>> DescribeAsync(string text, CancellationToken cancellationToken = default);

            [Prompt("Summarise: {text}")]
            Task<string> SummarizeAsync(string text, CancellationToken cancellationToken = default);

            [Prompt("What is this about? {text}")]
            PromptStream<string> AnswerAsync(string text, CancellationToken cancellationToken = default);
        }
        """;

    /// <summary>A price of its own: 1 USD a token in, nothing out.</summary>
    private const string OwnModels = """[{"id":"gemini-3.8-flash","prices":{"tiers":[{"inputPerMTok":1000000,"outputPerMTok":0}]}}]""";

    /// <summary>Files beside the sources.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files =>
    [
        (Library + "/gemini-models.json", OwnModels),
        (Friend + "/gemini-models.json", OwnModels),
        (SelfContained + "/gemini-models.json", OwnModels),
        (Senders + "/Other.cs", OtherSource),
        (Solution, $"<Solution><Project Path=\"{Senders}/{Senders}.csproj\" /><Project Path=\"{Callers}/{Callers}.csproj\" /></Solution>"),
    ];

    /// <summary>Every project: its name, its project file and its source.</summary>
    public static IReadOnlyList<(string Name, string Project, string Source)> All =>
    [
        (Readme, Project("net10.0"), ReadmeSnippets.FirstProgram),
        (Faulty, Project("net10.0"), ReadmeSnippets.FaultyProgram),
        (Findings, Project("net10.0"), FindingsSource),
        (Library, Project("net10.0", "<OutputType>Library</OutputType>"), LibrarySource),
        (Friend, Project("net10.0", items: "<ProjectReference Include=\"../Library/Library.csproj\" />"), FriendSource),
        (Senders, Project("net10.0", "<OutputType>Library</OutputType>"), SendersSource),
        (Callers, Project("net10.0", items: "<ProjectReference Include=\"../Senders/Senders.csproj\" />"), CallersSource),
        (Formatted, Project("net10.0"), FormattedSource),
        (Extended, Project("net8.0", package: "GeminiGen.Extensions.AI"), ExtendedSource),
        (SelfContained, Project("net8.0", "<RuntimeIdentifier>linux-x64</RuntimeIdentifier><SelfContained>true</SelfContained>"), SelfContainedSource),
    ];

    /// <summary>A project that restores all of them together.</summary>
    public static string Traversal => $"""
        <Project>
          <ItemGroup>
            <Consumer Include="{string.Join(';', All.Concat(TestConsumers.All).Select(static project => $"{project.Name}/{project.Name}.csproj"))}" />
          </ItemGroup>
          <Target Name="Restore">
            <MSBuild Projects="@(Consumer)" Targets="Restore" />
          </Target>
        </Project>
        """;

    private static string Project(string framework, string properties = "", string items = "", string package = "GeminiGen") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>{framework}</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="{package}" Version="$(GeminiGenVersion)" />
            {items}
          </ItemGroup>
        </Project>
        """;
}
