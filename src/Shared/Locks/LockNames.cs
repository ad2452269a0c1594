namespace GeminiGen.Shared.Locks;

/// <summary>What generator and rules call the things of the prompt lock.</summary>
internal static class LockNames
{
    /// <summary>The file beside the project.</summary>
    public const string FileName = "geminigen.lock.json";

    /// <summary>How the names of the files end in which the generator tells what contracts say.</summary>
    public const string GeneratedExtension = ".lock.g.cs";

    /// <summary>The compiler option of the MSBuild property <c>GeminiGenLock</c>.</summary>
    public const string CheckOption = "build_property.GeminiGenLock";

    /// <summary>The value of <see cref="CheckOption"/> that asks for the comparison.</summary>
    public const string Check = "check";

    /// <summary>The format of the file that is read.</summary>
    public const int Version = 1;

    public const string Contract = "contract";
    public const string Method = "method";

    /// <summary>Why a method has nothing that could be kept.</summary>
    public const string Fault = "fault";

    /// <summary>The frameworks that have a method, where not all of a project's have it.</summary>
    public const string Frameworks = "frameworks";

    /// <summary>Made by the tool of everything else.</summary>
    public const string Hash = "hash";
}
