namespace GeminiGen.Cli.Tests.Lock;

/// <summary>The projects that a path stands for.</summary>
public sealed class LockTargetsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Project_stands_for_itself()
    {
        string project = _folder.Write("A/A.csproj");

        Assert.Equal([project], await LockTargets.FindAsync(project, default));
        Assert.Equal([project], await LockTargets.FindAsync(_folder["A"], default));
    }

    [Fact]
    public async Task Folder_stands_for_the_projects_below_it()
    {
        string[] projects = [_folder.Write("src/A/A.csproj"), _folder.Write("src/B/B.csproj")];
        _folder.Write("src/A/obj/Copy.csproj");
        _folder.Write("src/.cache/Copy.csproj");

        Assert.Equal(projects, await LockTargets.FindAsync(_folder.FullPath, default));
    }

    [Theory]
    [InlineData("All.slnx", """<Solution><Project Path="src\A\A.csproj" /><Project Path="src/B/B.csproj" /><Project Path="C/C.fsproj" /></Solution>""")]
    [InlineData("All.sln", "\nMicrosoft Visual Studio Solution File, Format Version 12.00\nProject(\"{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}\") = \"A\", \"src\\A\\A.csproj\", \"{11111111-1111-1111-1111-111111111111}\"\nEndProject\nProject(\"{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}\") = \"B\", \"src\\B\\B.csproj\", \"{22222222-2222-2222-2222-222222222222}\"\nEndProject\nGlobal\nEndGlobal\n")]
    public async Task Solution_stands_for_its_C_sharp_projects(string name, string text)
    {
        string[] projects = [_folder.Write("src/A/A.csproj"), _folder.Write("src/B/B.csproj")];
        _folder.Write("C/C.fsproj");
        string solution = _folder.Write(name, text);

        Assert.Equal(projects, await LockTargets.FindAsync(solution, default));
        Assert.Equal(projects, await LockTargets.FindAsync(_folder.FullPath, default));
    }

    [Theory]
    [InlineData("none", "does not exist")]
    [InlineData("empty", "There is no C# project in")]
    [InlineData("two", "has several solutions. Name one: A.sln, B.slnx.")]
    [InlineData("text/a.txt", "is neither a C# project nor a solution")]
    public async Task What_stands_for_no_project_is_told(string path, string message)
    {
        _folder.Write("empty/readme.md");
        _folder.Write("two/A.sln");
        _folder.Write("two/B.slnx");
        _folder.Write("text/a.txt");

        LockException exception = await Assert.ThrowsAsync<LockException>(() => LockTargets.FindAsync(_folder[path], default));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lock", "none.csproj")]
    [InlineData("lock", "--chekc")]
    [InlineData("lock", ".", "more", "still")]
    public async Task Wrong_command_line_is_no_difference(params string[] arguments)
    {
        (int code, _, string errors) = await ToolProcess.RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.NotEqual("", errors);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }
}
