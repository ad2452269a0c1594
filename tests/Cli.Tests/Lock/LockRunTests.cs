using System.Text.Json.Nodes;

namespace GeminiGen.Cli.Tests.Lock;

/// <summary>What becomes of each project, and the exit code of all.</summary>
public sealed class LockRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lock_is_written_once_and_found_the_same()
    {
        Assert.Equal(0, Run(isCheck: false, Desk(Facts.Method())));
        DateTime written = File.GetLastWriteTimeUtc(_folder["Desk/geminigen.lock.json"]);
        Assert.Equal(0, Run(isCheck: false, Desk(Facts.Method())));
        Assert.Equal(0, Run(isCheck: true, Desk(Facts.Method())));

        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder["Desk/geminigen.lock.json"]));
        Assert.Equal("Desk.csproj: 1 method, written to geminigen.lock.json.\nDesk.csproj: 1 method, as recorded.\nDesk.csproj: 1 method, as recorded.\n", _output.ToString());
        Assert.Equal("", _errors.ToString());
    }

    [Fact]
    public void Check_tells_differences_and_their_cure_and_writes_nothing()
    {
        Run(isCheck: false, Desk(Facts.Method()));
        string before = File.ReadAllText(_folder["Desk/geminigen.lock.json"]);
        _output.GetStringBuilder().Clear();

        Assert.Equal(1, Run(isCheck: true, Desk(Facts.Method(model: "gemini-3.5-flash"))));

        Assert.Equal(
            "Desk.csproj: geminigen.lock.json is not what the contracts say:\n  Desk.IDesk.AskAsync\n    model: gemini-3.8-flash → gemini-3.5-flash\nRun 'geminigen lock', look at what it changes, and commit geminigen.lock.json.\n",
            _output.ToString());
        Assert.Equal(before, File.ReadAllText(_folder["Desk/geminigen.lock.json"]));
    }

    [Fact]
    public void Lock_that_is_missing_is_a_difference()
    {
        Assert.Equal(1, Run(isCheck: true, Desk(Facts.Method())));

        Assert.StartsWith("Desk.csproj: there is no geminigen.lock.json.\n", _output.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["Desk/geminigen.lock.json"]));
    }

    [Fact]
    public void Projects_without_contracts_are_skipped_and_named()
    {
        string[] projects = [_folder.Write("Desk/Desk.csproj"), _folder.Write("Web/Web.csproj")];

        Assert.Equal(0, new LockRun(_output, _errors, isCheck: true).Visit(projects, [Facts.Project(projects[0])]));

        Assert.Equal("Desk.csproj: no contracts.\nWeb.csproj: no contracts, as it does not use the package GeminiGen, or one without prompt locks.\n", _output.ToString());
    }

    [Fact]
    public void Lock_goes_with_the_last_contract()
    {
        Run(isCheck: false, Desk(Facts.Method()));

        Assert.Equal(1, Run(isCheck: true, Desk()));
        Assert.Contains("Desk.IDesk.AskAsync is gone", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, Run(isCheck: false, Desk()));
        Assert.EndsWith("Desk.csproj: no contracts any more; geminigen.lock.json is deleted.\n", _output.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["Desk/geminigen.lock.json"]));
    }

    [Fact]
    public void Fault_of_one_project_does_not_keep_the_others_from_being_told()
    {
        CompiledProject[] projects = [Desk(Facts.Method()), Facts.Project(_folder.Write("Zoo/Zoo.csproj"), Facts.Method())];
        _folder.Write("Desk/geminigen.lock.json", "<<<<<<< HEAD\n");

        Assert.Equal(2, Run(isCheck: true, projects));

        Assert.Contains("Desk.csproj: ", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("(1): A merge has left a conflict here.", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("Zoo.csproj: there is no geminigen.lock.json.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_projects_in_one_folder_are_refused_where_both_have_contracts()
    {
        string[] projects = [_folder.Write("Desk/Desk.csproj"), _folder.Write("Desk/More.csproj")];

        Assert.Equal(0, Run(isCheck: false, Facts.Project(projects[0], Facts.Method()), Facts.Project(projects[1])));
        Assert.Equal(2, Run(isCheck: false, Facts.Project(projects[0], Facts.Method()), Facts.Project(projects[1], Facts.Method())));
        Assert.Contains("Desk.csproj: More.csproj in the same folder has contracts too", _errors.ToString(), StringComparison.Ordinal);
    }

    private CompiledProject Desk(params JsonObject[] methods) => Facts.Project(_folder.Write("Desk/Desk.csproj"), methods);

    private int Run(bool isCheck, params CompiledProject[] projects)
        => new LockRun(_output, _errors, isCheck).Visit([.. projects.Select(static project => project.Path)], projects);
}
