namespace GeminiGen.Package.Tests;

/// <summary>The prompt lock as its users have it: the package tells, the tool writes and compares.</summary>
[Collection(PackageGroup.Name)]
public sealed class LockTests(PackageFixture fixture)
{
    private const string Folder = "Locks";
    private const string Lock = "Desk/geminigen.lock.json";

    private const string DeskProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <NoWarn>$(NoWarn);CS1591</NoWarn>
            <!-- A log that the lock's own compilation must leave alone. -->
            <ErrorLog>desk.$(TargetFramework).sarif</ErrorLog>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="GeminiGen" Version="$(GeminiGenVersion)" />
            <ProjectReference Include="../Data/Data.csproj" />
          </ItemGroup>
        </Project>
        """;

    private const string DataProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
          </PropertyGroup>
        </Project>
        """;

    private const string Desk = """
        using GeminiGen;

        namespace Desk;

        public static partial class Outer
        {
            [GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
            public partial interface IDesk
            {
                [PromptFile("Prompts/Rate.prompt")]
                Task<Data.Rating> RateAsync(string review, CancellationToken cancellationToken = default);

        #if NET10_0_OR_GREATER
                [Prompt("Sum up {text}")]
                Task<string> SumUpAsync(string text, CancellationToken cancellationToken = default);
        #endif
            }
        }
        """;

    [Fact]
    public async Task Lock_is_written_compared_and_told_apart()
    {
        Write("Locks.slnx", """<Solution><Project Path="Desk/Desk.csproj" /><Project Path="Data/Data.csproj" /></Solution>""");
        Write("Desk/Desk.csproj", DeskProject);
        Write("Desk/IDesk.cs", Desk);
        Write("Desk/Prompts/Rate.prompt", "{> Tone.prompt}\nRate {review}.\nThank you.\n");
        Write("Desk/Prompts/Tone.prompt", "Be fair.\n");
        Write("Data/Data.csproj", DataProject);
        Write("Data/Rating.cs", "namespace Data { public sealed record Rating(int Stars); }");

        string written = (await RunAsync("lock")).AssertSuccess().Output;
        string text = await File.ReadAllTextAsync(PathOf(Lock));
        Assert.Contains("Desk.csproj: 2 methods, written to geminigen.lock.json.", written, StringComparison.Ordinal);
        Assert.Contains("Data.csproj: no contracts", written, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.Contains("\"contract\": \"Desk.Outer.IDesk\"", text, StringComparison.Ordinal);
        Assert.Contains("\"Be fair.\",\n            \"Rate {review}.\",\n            \"Thank you.\"\n", text, StringComparison.Ordinal);
        Assert.Contains("\"stars\": {", text, StringComparison.Ordinal);
        Assert.Contains("\"frameworks\": [\n            \"net10.0\"\n          ],", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(PathOf("Desk"), "*", SearchOption.AllDirectories), static file => file.EndsWith("Desk.dll", StringComparison.Ordinal) || file.EndsWith(".sarif", StringComparison.Ordinal));

        // What is built and up to date is compiled all the same, and stays as it is.
        (await fixture.Consumers.DotnetAsync(Folder, "build", "Desk", "--no-restore", "-nologo")).AssertSuccess();
        Write("Desk/Prompts/Tone.prompt", "Be fair.\r\n");
        Dictionary<string, DateTime> built = ReadTimes();
        ProcessResult same = (await RunAsync("lock", "--check", "--no-restore", "Desk/Desk.csproj")).AssertSuccess();
        Assert.Contains("Desk.csproj: 2 methods, as recorded.", same.Output, StringComparison.Ordinal);
        Assert.Equal(built, ReadTimes());

        // The build compares by itself, and sees in every framework what the tool has written.
        string[] check = ["build", "Desk", "--no-restore", "-nologo", "-p:GeminiGenLock=check", "-warnaserror:GG9003"];
        ProcessResult agreed = (await fixture.Consumers.DotnetAsync(Folder, check)).AssertSuccess();
        Assert.DoesNotContain("GG9003", agreed.Output, StringComparison.Ordinal);

        Write("Desk/Prompts/Tone.prompt", "Be strict.\n");
        ProcessResult stale = await fixture.Consumers.DotnetAsync(Folder, check);
        Assert.NotEqual(0, stale.ExitCode);
        Assert.Contains("IDesk.cs(", stale.Output, StringComparison.Ordinal);
        Assert.Contains("error GG9003: 'Desk.Outer.IDesk.RateAsync' sends something else than 'geminigen.lock.json' has (prompt)", stale.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("SumUpAsync'", stale.Output, StringComparison.Ordinal);
        ProcessResult changed = await RunAsync("lock", "--check", "--no-restore", "Desk");
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("  Desk.Outer.IDesk.RateAsync\n", changed.Output, StringComparison.Ordinal);
        Assert.Contains("      - Be fair.\n      + Be strict.\n        Rate {review}.\n", changed.Output, StringComparison.Ordinal);
        Assert.Contains("Run 'geminigen lock'", changed.Output, StringComparison.Ordinal);

        Write("Data/Rating.cs", "namespace Data { public sealed record Rating(int Stars) }");
        ProcessResult broken = await RunAsync("lock", "--no-restore");
        Assert.Equal(2, broken.ExitCode);
        Assert.Contains("Not everything compiles", broken.Output, StringComparison.Ordinal);
        Assert.Contains("Rating.cs(1,", broken.Output, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(PathOf(Lock)));
    }

    /// <summary>When each file of the project was written.</summary>
    private Dictionary<string, DateTime> ReadTimes() => Directory.GetFiles(PathOf("Desk"), "*", SearchOption.AllDirectories).ToDictionary(static file => file, File.GetLastWriteTimeUtc);

    private Task<ProcessResult> RunAsync(params string[] arguments) => fixture.Consumers.RunToolAsync(Folder, fixture.Tool, arguments);

    private void Write(string path, string text) => fixture.Consumers.Write($"{Folder}/{path}", text);

    private string PathOf(string path) => fixture.Consumers.PathOf(Folder, path);
}
